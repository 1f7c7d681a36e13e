package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.intake.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, as its partner is told.
 *
 * @param event the id of the event that it made; null when it made none
 * @param code a word that does not change, for programs
 * @param detail in French, with what to do; empty when nothing is to be done
 */
public record RowOutcome(int line, @Nullable String event, Status status, String code, String detail) {

    /** What can become of a row. */
    public enum Status {
        APPLIED,
        /** It says what it said before, or nothing that anybody here may see. */
        UNCHANGED,
        WAITING,
        LATE,
        REFUSED
    }

    static RowOutcome refused(Row row, @Nullable String event, Fault fault) {
        return new RowOutcome(row.line(), event, Status.REFUSED, fault.code(), fault.detail());
    }

    /** It tells of somebody who linked no account: nothing of it is kept. */
    static RowOutcome stranger(Row row) {
        return new RowOutcome(
                row.line(),
                null,
                Status.UNCHANGED,
                Seen.UNKNOWN_PERSON,
                "Aucun compte de la ville n’est lié à cette personne : rien n’est gardé de cette ligne.");
    }

    /** It comes from an older file, and its record has changed since. */
    static RowOutcome overtaken(Row row) {
        return new RowOutcome(
                row.line(),
                null,
                Status.LATE,
                "",
                "Un envoi plus récent dit autre chose de cet enregistrement : il reste comme il est.");
    }

    static RowOutcome unchanged(Row row, String event) {
        return new RowOutcome(row.line(), event, Status.UNCHANGED, "", "");
    }

    static RowOutcome of(Row row, Verdict verdict) {
        return switch (verdict.status()) {
            case APPLIED -> new RowOutcome(row.line(), verdict.id(), Status.APPLIED, "", "");
            case DUPLICATE -> new RowOutcome(row.line(), verdict.id(), Status.UNCHANGED, "", "");
            case WAITING -> new RowOutcome(row.line(), verdict.id(), Status.WAITING, "", "");
            case LATE -> new RowOutcome(row.line(), verdict.id(), Status.LATE, "", "");
            case REFUSED -> refused(row, verdict.id(), Objects.requireNonNull(verdict.fault()));
        };
    }
}
