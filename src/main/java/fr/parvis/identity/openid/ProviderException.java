package fr.parvis.identity.openid;

/** A provider cannot be used now, or answered what it must not; the message is for the log and names nobody. */
public class ProviderException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whose fault it is. */
    public enum Kind {
        /** It does not answer, or says that it cannot. */
        UNAVAILABLE,
        /** The answer breaks a rule of the protocol: nobody is signed in with it. */
        INVALID
    }

    public ProviderException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ProviderException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
