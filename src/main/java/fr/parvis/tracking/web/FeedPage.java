package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices.Board;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TrackedItem;
import fr.parvis.tracking.UnfinishedWork.Begun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What "Mon fil" shows.
 *
 * @param tasks what waits for the person, the most urgent first
 * @param week what has a date soon
 */
public record FeedPage(
        String firstName,
        List<Task> tasks,
        List<Begun> drafts,
        List<TrackedItem> underWay,
        List<TrackedItem> done,
        Week week,
        Services services,
        LocalDate today) {

    static FeedPage of(String firstName, List<TrackedItem> items, List<Begun> drafts, Board board, Instant now) {
        var waiting = items.stream().filter(FeedPage::isMine).toList();
        var today = French.day(now);
        return new FeedPage(
                firstName,
                Task.all(waiting, board, today),
                drafts,
                items.stream().filter(item -> isOpen(item) && !isMine(item)).toList(),
                items.stream().filter(item -> !isOpen(item)).toList(),
                Week.of(waiting, board, today),
                Services.of(board.tiles(), items, now),
                today);
    }

    private static boolean isOpen(TrackedItem item) {
        return item.standing().state() == State.OPEN;
    }

    private static boolean isMine(TrackedItem item) {
        return isOpen(item) && item.standing().move() == Move.RESIDENT;
    }

    /** Whether there may be more done than is shown here. */
    public boolean moreDone() {
        return done.size() >= Ledger.DONE_SHOWN;
    }

    public boolean nothingWaits() {
        return tasks.isEmpty() && drafts.isEmpty();
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
