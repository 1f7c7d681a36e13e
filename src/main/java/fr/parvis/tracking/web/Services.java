package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.LinkedServices.Fact;
import fr.parvis.tracking.LinkedServices.Line;
import fr.parvis.tracking.LinkedServices.Tile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The services that a person linked, with what they last told. */
public record Services(List<Tile> tiles, Instant now) {

    /** What is younger than this is news. */
    private static final Duration FRESH = Duration.ofHours(24);

    /** "Léo : 2 prêts à rendre avant vendredi · solde 12,40 €". */
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
            text.append(French.NBSP).append(French.amount(fact.cents()));
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
