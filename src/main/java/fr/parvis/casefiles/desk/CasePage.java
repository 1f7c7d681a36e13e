package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.CaseStatus;
import fr.parvis.casefiles.JournalEntry;
import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.casefiles.OpenCase;
import fr.parvis.casefiles.desk.Desk.View;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.Step.Action;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A case on the desk.
 *
 * @param typed what the agent sent, when it comes back to be corrected or because somebody else was faster
 * @param news what somebody else did meanwhile; empty otherwise
 * @param done what the agent had just done, when they pressed twice; empty otherwise
 */
public record CasePage(
        OpenCase open,
        Unit unit,
        List<Unit> otherUnits,
        ActForm typed,
        FormErrors errors,
        String news,
        String done,
        LocalDate usualDue,
        UUID agent,
        Instant now) {

    public String reference() {
        return open.file().reference().value();
    }

    public String path() {
        return "/bureau/dossiers/" + reference();
    }

    public boolean isOpen() {
        return open.file().status().isOpen();
    }

    public boolean isMine() {
        return agent.equals(open.file().assignee());
    }

    public boolean can(Action action) {
        return isOpen() && open.step().allows(action);
    }

    /** The queue that it is in, for the way back. */
    public String queueTitle() {
        return QueuePage.title(queue());
    }

    public String queuePath() {
        return QueuePage.path(queue());
    }

    /** Who takes care of it; empty while a partner does, and nobody here. */
    public String follower() {
        var name = open.file().assigneeName();
        if (name == null) {
            return open.handover() == null ? "Personne ne suit encore ce dossier." : "";
        }
        return isMine() ? "Vous suivez ce dossier." : "Suivi par " + name + ".";
    }

    /** "Chez Conservatoire depuis le 6 décembre"; empty when no partner has the case. */
    public String handedOver() {
        var handover = open.handover();
        return handover == null
                ? ""
                : "Chez " + handover.partnerName() + " depuis le" + French.NBSP
                        + French.date(French.day(handover.openedAt()));
    }

    /** "Il attend de l’usager : Photo du pare-brise, avant le 6 décembre."; empty when it awaits nothing. */
    public String awaitedByPartner() {
        var handover = open.handover();
        var awaited = handover == null ? null : handover.awaited();
        if (awaited == null) {
            return "";
        }
        var before = awaited.before();
        return "Il attend de l’usager" + French.NBSP + ": " + awaited.label()
                + (before == null ? "" : ", avant le" + French.NBSP + French.shortDate(before, today())) + ".";
    }

    public List<JournalEntry> entries(Kind kind) {
        return open.journal().stream().filter(entry -> entry.kind() == kind).toList();
    }

    public String when(JournalEntry entry) {
        return French.shortDate(French.day(entry.at()), today()) + ", " + French.time(entry.at());
    }

    public String filedAt() {
        return French.dateTime(open.file().filedAt());
    }

    /** "Étape à finir le 6 décembre · 4 jours de traitement"; what is late says so. */
    public String delay() {
        var days = open.file().handled(now).toDays();
        var since = French.days(days) + " de traitement";
        if (!isOpen()) {
            return since;
        }
        var when = French.onDay(open.file().dueOn(), today()) + " · " + since;
        return isLate()
                ? "En retard\u00a0: "
                        + (open.awaited().isEmpty()
                                ? "étape qui était à finir "
                                : "réponse de l’usager qui était attendue ")
                        + when
                : (open.awaited().isEmpty() ? "Étape à finir " : "Réponse de l’usager attendue ") + when;
    }

    public boolean isLate() {
        return isOpen() && open.file().dueOn().isBefore(today());
    }

    /** What silence will mean and when, or that the legal clock stands still; empty once it is decided. */
    public String legal() {
        if (!isOpen()) {
            return "";
        }
        var clock = open.file().clock();
        var date = open.file().legalDue();
        return switch (clock.silence()) {
            case NONE -> "Le silence ne vaut pas décision.";
            case ACCEPTANCE ->
                date == null
                        ? "Silence vaut accord" + French.NBSP + ": le délai attend les pièces."
                        : "Silence vaut accord le" + French.NBSP + French.date(date) + left(date);
            case REJECTION ->
                date == null
                        ? "Silence vaut refus" + French.NBSP + ": le délai est suspendu."
                        : "Silence vaut refus le" + French.NBSP + French.date(date) + left(date);
        };
    }

    public String fileSize(long bytes) {
        return French.size(bytes);
    }

    /** Whether a document is being asked for, in a form that comes back. */
    public boolean asking() {
        return Stream.of("label", "hint", "due").anyMatch(field -> errors.get(field) != null)
                || !typed.label().isEmpty();
    }

    /** Whether the case is being passed to another unit, in a form that comes back. */
    public boolean passing() {
        return errors.get("unit") != null
                || errors.get("pourquoi") != null
                || !typed.unit().isEmpty();
    }

    /** The reasons to start a refusal from. */
    public String reasonsTyped() {
        return typed.reasons();
    }

    /** What the agent had typed, when somebody else was faster: the form it was typed in may be gone. */
    public List<String> typedMeanwhile() {
        return news.isEmpty()
                ? List.of()
                : Stream.of(typed.label(), typed.hint(), typed.reasons(), typed.text())
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    public String dueTyped() {
        return typed.due().isEmpty() ? usualDue.toString() : typed.due();
    }

    private View queue() {
        if (!isOpen()) {
            return View.DECIDED;
        }
        if (open.handover() != null) {
            return View.ELSEWHERE;
        }
        return open.file().status() == CaseStatus.WAITING_RESIDENT ? View.WAITING : View.TO_DO;
    }

    private String left(LocalDate date) {
        return " (dans " + French.days(ChronoUnit.DAYS.between(today(), date)) + ").";
    }

    private LocalDate today() {
        return French.day(now);
    }
}
