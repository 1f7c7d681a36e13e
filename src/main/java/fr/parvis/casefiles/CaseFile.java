package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier: one request of one resident, as it stands.
 *
 * @param applicant the resident's name, as decisions address it
 * @param step key of the current step in the circuit
 * @param dueOn by when the town means to end the current step
 * @param clock the legal clock, from which the date of a decision by silence follows
 * @param waited how long it has waited for the resident, not counted as the town's delay
 * @param waitingSince since when it waits for the resident; null when it does not
 * @param implicit whether it was decided by silence
 * @param version grows with each change; an act names the version it was decided on
 */
public record CaseFile(
        UUID id,
        Reference reference,
        String procedure,
        int procedureVersion,
        UUID owner,
        String applicant,
        String answers,
        CaseStatus status,
        String unit,
        String step,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        LocalDate dueOn,
        Instant filedAt,
        LegalClock clock,
        @Nullable LocalDate legalDue,
        Duration waited,
        @Nullable Instant waitingSince,
        @Nullable Instant decidedAt,
        boolean implicit,
        int version) {

    /** What a resident sent that no agent has opened yet; the label is in the agents' words. */
    public enum News {
        MESSAGE("nouveau message"),
        DOCUMENT("pièce reçue");

        private final String label;

        News(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How long the town has had it in its hands, waits for the resident left out. */
    public Duration handled(Instant now) {
        var end = decidedAt == null ? now : decidedAt;
        var waiting = waitingSince == null ? Duration.ZERO : Duration.between(waitingSince, end);
        return Duration.between(filedAt, end).minus(waited).minus(waiting);
    }

    /** A change of this case in the making. */
    CaseChange change() {
        return new CaseChange(this);
    }
}
