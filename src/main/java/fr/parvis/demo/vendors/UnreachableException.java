package fr.parvis.demo.vendors;

/** The town did not take a push: it is kept and sent again. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String reason) {
        super(reason);
    }
}
