package fr.parvis.casefiles.web;

import fr.parvis.casefiles.CaseFiles.OwnCase;
import fr.parvis.casefiles.CaseStatus;
import fr.parvis.casefiles.DocumentRequest;
import fr.parvis.casefiles.JournalEntry;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.LegalRegime.Silence;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A request as its owner follows it.
 *
 * @param typed the message being written, when it must be corrected
 */
public record FollowPage(
        OwnCase own,
        TrackedItem item,
        List<TimelineEvent> events,
        Unit unit,
        FormErrors errors,
        String typed,
        Instant now) {

    public String reference() {
        return own.file().reference().value();
    }

    public String path() {
        return "/suivi/" + reference();
    }

    public boolean isOpen() {
        return own.file().status().isOpen();
    }

    public boolean isMyTurn() {
        return !own.awaited().isEmpty();
    }

    /** What a partner that has the request asks of its owner; empty when it asks nothing. */
    public String askedByPartner() {
        var todo = item.standing().todo();
        return todo == null || isMyTurn() ? "" : todo;
    }

    /** Whether a partner asks for a file: sending it comes first then. */
    public boolean isFileAsked() {
        return own.asked() != null && own.asked().document();
    }

    /** "avant le 6 décembre", beside what a partner asks; empty without a date. */
    public String askedBefore() {
        var due = item.standing().todoDue();
        return due == null ? "" : "avant le" + French.NBSP + French.shortDate(due, today());
    }

    /** The look of the badge beside the title. */
    public String badge() {
        return switch (own.file().status()) {
            case WAITING_RESIDENT -> "badge turn";
            case IN_PROGRESS -> askedByPartner().isEmpty() ? "badge now" : "badge turn";
            case ACCEPTED -> "badge ok";
            case REFUSED -> "badge bad";
            case WITHDRAWN -> "badge";
        };
    }

    public String filedAt() {
        return "déposée le" + French.NBSP + French.dateTime(own.file().filedAt());
    }

    /** When an answer may come, told only from enough cases of the past. */
    public String expected() {
        var from = item.standing().expectedFrom();
        var to = item.standing().expectedTo();
        if (from == null
                || to == null
                || !isOpen()
                || isMyTurn()
                || !askedByPartner().isEmpty()) {
            return "";
        }
        return to.isBefore(today())
                ? "C’est plus long que d’habitude."
                : "Réponse habituellement " + French.between(from, to, today()) + ".";
    }

    /** What the law says of silence, while it can still happen. */
    public String legal() {
        var date = item.standing().legalDate();
        if (date == null || !isOpen()) {
            return "";
        }
        var accepted = own.file().clock().silence() == Silence.ACCEPTANCE;
        return "Sans réponse le" + French.NBSP + French.date(date) + ", votre demande sera "
                + (accepted ? "acceptée." : "refusée.");
    }

    public String dueDate(DocumentRequest request) {
        return French.shortDate(request.dueOn(), today());
    }

    public String when(TimelineEvent event) {
        return French.dateTime(event.at());
    }

    public String when(JournalEntry message) {
        return French.shortDate(French.day(message.at()), today()) + ", " + French.time(message.at());
    }

    /** Who wrote a message: agents by their name and unit, the resident as "Vous". */
    public String author(JournalEntry message) {
        return message.fromResident() ? "Vous" : message.authorName();
    }

    public String fileSize(long bytes) {
        return French.size(bytes);
    }

    public boolean isWaiting() {
        return own.file().status() == CaseStatus.WAITING_RESIDENT;
    }

    private LocalDate today() {
        return French.day(now);
    }
}
