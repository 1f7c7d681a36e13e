package fr.parvis.casefiles;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a case in the making: only declared transitions pass, the version grows by one. */
final class CaseChange {

    private final CaseFile before;
    private CaseStatus status;
    private String unit;
    private String step;
    private @Nullable UUID assignee;
    private @Nullable String assigneeName;
    private LocalDate dueOn;
    private LegalClock clock;
    private Duration waited;
    private @Nullable Instant waitingSince;
    private @Nullable Instant decidedAt;
    private boolean implicit;

    CaseChange(CaseFile before) {
        this.before = before;
        this.status = before.status();
        this.unit = before.unit();
        this.step = before.step();
        this.assignee = before.assignee();
        this.assigneeName = before.assigneeName();
        this.dueOn = before.dueOn();
        this.clock = before.clock();
        this.waited = before.waited();
        this.waitingSince = before.waitingSince();
        this.decidedAt = before.decidedAt();
        this.implicit = before.implicit();
    }

    /** Changes the status, and with it the count of the time waited for the resident. */
    CaseChange to(CaseStatus next, Instant at) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a case does not go from " + status + " to " + next);
        }
        if (waitingSince != null && next != CaseStatus.WAITING_RESIDENT) {
            waited = waited.plus(Duration.between(waitingSince, at));
            waitingSince = null;
        }
        if (waitingSince == null && next == CaseStatus.WAITING_RESIDENT) {
            waitingSince = at;
        }
        if (next == CaseStatus.ACCEPTED || next == CaseStatus.REFUSED) {
            decidedAt = at;
        }
        status = next;
        return this;
    }

    CaseChange step(String key, String doneBy, LocalDate due) {
        step = key;
        unit = doneBy;
        dueOn = due;
        return this;
    }

    CaseChange due(LocalDate due) {
        dueOn = due;
        return this;
    }

    CaseChange unit(String other) {
        unit = other;
        return this;
    }

    CaseChange assign(@Nullable UUID agent, @Nullable String name) {
        assignee = agent;
        assigneeName = name;
        return this;
    }

    CaseChange clock(LegalClock changed) {
        clock = changed;
        return this;
    }

    CaseChange implicit() {
        implicit = true;
        return this;
    }

    CaseFile done() {
        return new CaseFile(
                before.id(),
                before.reference(),
                before.procedure(),
                before.procedureVersion(),
                before.owner(),
                before.applicant(),
                before.answers(),
                status,
                unit,
                step,
                assignee,
                assigneeName,
                dueOn,
                before.filedAt(),
                clock,
                status.isOpen() ? clock.silenceDate() : null,
                waited,
                waitingSince,
                decidedAt,
                implicit,
                before.version() + 1);
    }
}
