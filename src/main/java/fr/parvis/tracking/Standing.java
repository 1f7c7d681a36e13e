package fr.parvis.tracking;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a tracked item stands now: whose move it is, what is done, what comes and by when.
 *
 * @param headline two or three words for the list: "À compléter", "En cours", "Acceptée"
 * @param todo what the resident is asked to do, when it is their move
 * @param ask what kind of thing that is; null when nothing is asked
 * @param nowLabel the current step of the thread; null when nothing is under way
 * @param upcoming the steps to come, in order
 * @param expectedFrom with {@code expectedTo}, when it will likely end, judged from the past; null when too little is
 *     known to say
 * @param legalDate the date on which silence becomes a decision; null when it does not run
 */
public record Standing(
        State state,
        Move move,
        String headline,
        @Nullable String todo,
        @Nullable LocalDate todoDue,
        @Nullable Ask ask,
        @Nullable String nowLabel,
        @Nullable String nowDetail,
        int stepsDone,
        int stepsTotal,
        List<String> upcoming,
        @Nullable LocalDate expectedFrom,
        @Nullable LocalDate expectedTo,
        @Nullable LocalDate legalDate) {

    public Standing {
        upcoming = List.copyOf(upcoming);
    }

    /** Whether something is still to come. */
    public enum State {
        OPEN,
        DONE
    }

    /** Whose move it is. */
    public enum Move {
        RESIDENT,
        TOWN,
        NOBODY
    }

    /** What the resident is asked for. */
    public enum Ask {
        DOCUMENT,
        PAYMENT,
        APPOINTMENT,
        ANSWER
    }
}
