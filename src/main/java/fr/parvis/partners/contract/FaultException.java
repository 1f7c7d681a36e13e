package fr.parvis.partners.contract;

/** Ends the reading of an event at its first fault; never leaves this package. */
final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    FaultException(String code, String pointer, String detail) {
        super(code);
        this.fault = new Fault(code, pointer, detail);
    }

    FaultException(String code, String pointer, String detail, Exception cause) {
        super(code, cause);
        this.fault = new Fault(code, pointer, detail);
    }

    Fault fault() {
        return fault;
    }
}
