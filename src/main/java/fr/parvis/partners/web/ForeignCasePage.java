package fr.parvis.partners.web;

import fr.parvis.kernel.French;
import fr.parvis.organisation.Unit;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that a partner handles, as its owner follows it.
 *
 * @param provider the service, as residents know it
 * @param there its page at the partner's
 * @param unit the unit of the town that can help
 * @param list the list in which it stands
 */
public record ForeignCasePage(
        TrackedItem item,
        List<TimelineEvent> events,
        String provider,
        String there,
        Unit unit,
        String list,
        Instant now) {

    static final String FEED = "/mon-fil";

    public ForeignCasePage {
        events = ForeignTimelinePage.inOrder(events);
    }

    /** What happened last, which is what somebody comes for. */
    public List<TimelineEvent> latest() {
        var past = past();
        return past.subList(Math.max(0, past.size() - ForeignTimelinePage.LENGTH), past.size());
    }

    public boolean hasMore() {
        return events.size() > ForeignTimelinePage.LENGTH;
    }

    /** "120 étapes". */
    public String length() {
        return French.count(events.size(), "étape", "étapes");
    }

    /** All that happened, page by page. */
    public String whole() {
        return "/suivi/" + reference() + ForeignTimelinePage.UNDER;
    }

    /** What happened, without what is drawn below as the turn or the step under way. */
    private List<TimelineEvent> past() {
        var current = current();
        return events.stream().filter(event -> !event.equals(current)).toList();
    }

    /** What made it the person's turn, or began the step under way; null when the partner told neither by itself. */
    public @Nullable TimelineEvent current() {
        var drawn =
                isMyTurn() ? item.standing().todo() : isOpen() ? item.standing().nowLabel() : null;
        return events.reversed().stream()
                .filter(event -> drawn != null && isSaid(event.label(), drawn))
                .findFirst()
                .orElse(null);
    }

    /** An amount told is "À régler : 124,00 €", and what there is to do about it "Régler 124,00 €". */
    private static boolean isSaid(String label, String drawn) {
        return label.equals(drawn) || label.equals(drawn.replaceFirst("^Régler ", "À régler" + French.NBSP + ": "));
    }

    public String reference() {
        return item.reference().value();
    }

    public boolean isMyTurn() {
        return item.standing().state() == State.OPEN && item.standing().move() == Move.RESIDENT;
    }

    public boolean isOpen() {
        return item.standing().state() == State.OPEN;
    }

    public String badge() {
        return isMyTurn() ? "badge turn" : isOpen() ? "badge now" : "badge";
    }

    /** "à faire avant le 4 décembre"; empty when no date was told. */
    public String due() {
        var due = item.standing().todoDue();
        return due == null ? "" : "à faire avant le" + French.NBSP + French.shortDate(due, today());
    }

    /** When it will likely end, by the partner's word. */
    public String expected() {
        var from = item.standing().expectedFrom();
        var to = item.standing().expectedTo();
        return from == null || to == null || !isOpen() || to.isBefore(today())
                ? ""
                : "Réponse prévue " + French.between(from, to, today()) + ".";
    }

    /** How old the last word is, so that nobody takes silence for news. */
    public String lastWord() {
        return "Dernière nouvelle de ce service " + French.onDay(French.day(item.changedAt()), today()) + ".";
    }

    private LocalDate today() {
        return French.day(now);
    }
}
