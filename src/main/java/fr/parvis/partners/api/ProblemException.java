package fr.parvis.partners.api;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A call that cannot be served at all, as RFC 9457 tells it; what is wrong with one event is a verdict instead. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail problem;
    private final @Nullable Duration after;

    /**
     * Says what is wrong.
     *
     * @param code a word that does not change, for programs
     * @param detail in French, with what to do
     */
    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** Says what is wrong now, and after how long the same call may be made again. */
    public ProblemException(HttpStatus status, String code, String detail, @Nullable Duration after) {
        super(code);
        this.after = after;
        this.problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
    }

    String code() {
        return Objects.requireNonNull(getMessage(), "given when it was made");
    }

    /** When the call may be made again; null when it would be refused again. */
    @Nullable
    Duration after() {
        return after;
    }

    ProblemDetail problem() {
        return problem;
    }
}
