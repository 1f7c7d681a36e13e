package fr.parvis.demo.vendors;

/** The town is away, or in trouble: what was to be sent or fetched is for later. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String reason) {
        super(reason);
    }
}
