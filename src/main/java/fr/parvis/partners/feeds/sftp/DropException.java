package fr.parvis.partners.feeds.sftp;

/** A client cannot have what it asked for; the message is what it is told. */
final class DropException extends Exception {

    private final Status status;

    DropException(Status status, String why) {
        super(why);
        this.status = status;
    }

    /** The codes of the protocol. */
    enum Status {
        OK(0),
        END(1),
        NO_SUCH_FILE(2),
        PERMISSION_DENIED(3),
        FAILURE(4),
        BAD_MESSAGE(5),
        UNSUPPORTED(8);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    Status status() {
        return status;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
