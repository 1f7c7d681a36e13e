package fr.parvis.partners.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event. Which members must be there depends on its type; those that may be are kept as they stand.
 *
 * @param person whose it is
 * @param title what is followed, in the resident's words; told once, when it begins
 * @param label what happened, in a few words of the resident's; the type has usual ones
 * @param detail more of it
 * @param actor who did it there, as residents may read it
 * @param path where the resident goes on, under the partner's site
 */
public record EventData(
        @Nullable PersonKey person,
        @Nullable String title,
        @Nullable String label,
        @Nullable String detail,
        @Nullable String actor,
        @Nullable Steps steps,
        @Nullable Expected expected,
        @Nullable Todo todo,
        @Nullable Amount amount,
        @Nullable Booking booking,
        @Nullable ReadyDocument document,
        @Nullable Decision decision,
        @Nullable List<Fact> facts,
        @Nullable String path) {

    /**
     * Where the case stands among its steps.
     *
     * @param done how many are behind it
     * @param now the step under way; null when nothing is
     * @param upcoming the steps to come, in order
     */
    public record Steps(
            int done,
            int total,
            @Nullable String now,
            @Nullable List<String> upcoming) {}

    /** When it will likely end. */
    public record Expected(LocalDate from, LocalDate to) {}

    /** What the resident must do. */
    public record Todo(Kind kind, String label, @Nullable LocalDate before) {

        /** What it is about. */
        public enum Kind {
            DOCUMENT,
            PAYMENT,
            APPOINTMENT,
            ANSWER
        }
    }

    /**
     * What is to be paid.
     *
     * @param cents in euro cents; 0 once it is paid
     */
    public record Amount(long cents, @Nullable LocalDate before) {}

    /**
     * An appointment or a place kept; without an end it is a moment.
     *
     * @param id the partner's own name of it, where the case has several; without one, it is the only one that has none
     * @param cancelled whether it takes place no more
     */
    public record Booking(
            @Nullable String id,
            String label,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable String place,
            @Nullable Boolean cancelled) {

        public boolean takesPlace() {
            return !Boolean.TRUE.equals(cancelled);
        }
    }

    /** A document that the resident can fetch at the partner's. */
    public record ReadyDocument(String name) {}

    /** How it was decided. */
    public record Decision(Outcome outcome) {

        /** The decision's sense. */
        public enum Outcome {
            ACCEPTED,
            PARTLY_ACCEPTED,
            REFUSED
        }
    }

    /**
     * A line on the tile of the service: "2 prêts à rendre".
     *
     * @param cents an amount that belongs to it, in euro cents
     * @param before a date that belongs to it
     * @param todo whether the resident must do something about it by that date
     */
    public record Fact(
            String text,
            @Nullable Long cents,
            @Nullable LocalDate before,
            @Nullable Boolean todo,
            @Nullable String path) {}
}
