package fr.parvis.partners.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A call that cannot be served at all, as RFC 9457 tells it; what is wrong with one event is a verdict instead. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail problem;

    /**
     * Says what is wrong.
     *
     * @param code a word that does not change, for programs
     * @param detail in French, with what to do
     */
    public ProblemException(HttpStatus status, String code, String detail) {
        super(code);
        this.problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
    }

    ProblemDetail problem() {
        return problem;
    }
}
