package fr.parvis.partners.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes to be known of a call while it is served; the log of calls reads it when the answer is out. */
public final class CallNote {

    private static final String NAME = CallNote.class.getName();

    private @Nullable UUID partner;
    private @Nullable String code;
    private Tally tally = Tally.NONE;

    private CallNote() {}

    /** How many events of a call ended in each way. */
    public record Tally(int applied, int duplicate, int waiting, int late, int refused) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0);
    }

    /** The note of this call. */
    public static CallNote of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof CallNote note) {
            return note;
        }
        var note = new CallNote();
        request.setAttribute(NAME, note);
        return note;
    }

    void calledBy(UUID caller) {
        partner = caller;
    }

    /** The call was not served, for this reason. */
    public void refused(String reason) {
        code = reason;
    }

    /** Its events were judged. */
    public void judged(Tally events) {
        tally = events;
    }

    /** Who calls; null when it showed no token of a partner. */
    public @Nullable UUID partner() {
        return partner;
    }

    public @Nullable String code() {
        return code;
    }

    public Tally tally() {
        return tally;
    }
}
