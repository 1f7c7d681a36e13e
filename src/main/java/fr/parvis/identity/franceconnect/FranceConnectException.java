package fr.parvis.identity.franceconnect;

/** FranceConnect cannot be used now, or answered what it must not; the message is for the log and names nobody. */
class FranceConnectException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whose fault it is. */
    enum Kind {
        /** It does not answer, or says that it cannot. */
        UNAVAILABLE,
        /** The answer breaks a rule of the protocol: nobody is signed in with it. */
        INVALID
    }

    FranceConnectException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    FranceConnectException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
