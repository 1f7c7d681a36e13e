package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TrackedItem;
import fr.parvis.tracking.UnfinishedWork.Begun;
import java.time.LocalDate;
import java.util.List;

/** What "Mon fil" shows. */
public record FeedPage(
        String firstName,
        List<TrackedItem> waiting,
        List<Begun> drafts,
        List<TrackedItem> underWay,
        List<TrackedItem> done,
        LocalDate today) {

    static FeedPage of(String firstName, List<TrackedItem> items, List<Begun> drafts, LocalDate today) {
        return new FeedPage(
                firstName,
                items.stream().filter(FeedPage::isMine).toList(),
                drafts,
                items.stream().filter(item -> isOpen(item) && !isMine(item)).toList(),
                items.stream().filter(item -> !isOpen(item)).toList(),
                today);
    }

    private static boolean isOpen(TrackedItem item) {
        return item.standing().state() == State.OPEN;
    }

    private static boolean isMine(TrackedItem item) {
        return isOpen(item) && item.standing().move() == Move.RESIDENT;
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && drafts.isEmpty() && underWay.isEmpty() && done.isEmpty();
    }

    /** Whether there may be more done than is shown here. */
    public boolean moreDone() {
        return done.size() >= Ledger.DONE_SHOWN;
    }

    public boolean nothingWaits() {
        return waiting.isEmpty() && drafts.isEmpty();
    }

    /** "à fournir avant le 4 décembre". */
    public String due(TrackedItem item) {
        var due = item.standing().todoDue();
        return due == null ? "" : " · avant le" + French.NBSP + French.shortDate(due, today);
    }

    /** Where it stands and when it should end: "étape 2 sur 4 · habituellement entre le 2 et le 6 décembre". */
    public String progress(TrackedItem item) {
        var standing = item.standing();
        var step = "étape" + French.NBSP + Math.min(standing.stepsDone() + 1, standing.stepsTotal()) + " sur"
                + French.NBSP + standing.stepsTotal();
        var from = standing.expectedFrom();
        var to = standing.expectedTo();
        if (from == null || to == null || to.isBefore(today)) {
            return step;
        }
        return step + " · habituellement " + French.between(from, to, today);
    }

    /** Under which name another house handles it: "Conservatoire · "; empty when the town does. */
    public String provider(TrackedItem item) {
        return item.provider() == null ? "" : item.provider() + " · ";
    }

    public String openedOn(TrackedItem item) {
        return "déposée le" + French.NBSP + French.shortDate(French.day(item.openedAt()), today);
    }

    public String savedOn(Begun draft) {
        return French.shortDate(French.day(draft.savedAt()), today);
    }
}
