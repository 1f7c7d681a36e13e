package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.LinkedServices.Fact;
import fr.parvis.tracking.LinkedServices.Line;
import fr.parvis.tracking.LinkedServices.Tile;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TrackedItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The services that a person linked, with what they last told.
 *
 * @param cases how many cases of each service are under way, by its name
 */
public record Services(List<Tile> tiles, Map<String, Long> cases, Instant now) {

    /** What is younger than this is news. */
    private static final Duration FRESH = Duration.ofHours(24);

    static Services of(List<Tile> tiles, List<TrackedItem> items, Instant now) {
        var cases = items.stream()
                .filter(item -> item.provider() != null && item.standing().state() == State.OPEN)
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.provider(), "filtered"), Collectors.counting()));
        return new Services(tiles, cases, now);
    }

    /** What there is to say of a service that told nothing of anybody: "1 dossier en cours." */
    public String quiet(Tile tile) {
        long open = cases.getOrDefault(tile.name(), 0L);
        return open == 0
                ? "Compte lié, rien à signaler."
                : French.count(open, "dossier en cours", "dossiers en cours") + ".";
    }

    /** "Léo : 2 prêts à rendre avant vendredi · solde : 12,40 €". */
    public String words(Line line) {
        var facts = line.facts().stream().map(this::words).collect(Collectors.joining(" · "));
        return line.whom() == null ? facts : line.whom() + French.NBSP + ": " + facts;
    }

    /** "À jour hier à 14 h 05"; empty while it is fresh, or when nothing was told. */
    public String age(Tile tile) {
        var at = tile.toldAt();
        return at == null || at.isAfter(now.minus(FRESH))
                ? ""
                : "À jour " + French.onDay(French.day(at), today()) + " à " + French.time(at);
    }

    private String words(Fact fact) {
        var text = new StringBuilder(fact.text());
        if (fact.cents() != null) {
            text.append(French.NBSP).append(": ").append(French.amount(fact.cents()));
        }
        if (fact.before() != null) {
            text.append(" avant ").append(French.deadline(fact.before(), today()));
        }
        return text.toString();
    }

    private LocalDate today() {
        return French.day(now);
    }
}
