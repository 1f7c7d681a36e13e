package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Attributes;
import fr.parvis.identity.scim.protocol.Filter;
import fr.parvis.identity.scim.protocol.Filter.Comparison;
import fr.parvis.identity.scim.protocol.Filter.Operator;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a filter seeks, in words that the table knows; null for whatever it does not restrict.
 *
 * @param inclusive whether {@code since} itself counts
 */
record Sought(
        @Nullable String userName,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable Boolean active,
        @Nullable OffsetDateTime since,
        boolean inclusive) {

    private static final int LAST_YEAR = 9999;

    private static final String MODIFIED = "meta.lastmodified";

    private static final Map<String, Set<Operator>> KNOWN = Map.of(
            "username",
            Set.of(Operator.EQ),
            "externalid",
            Set.of(Operator.EQ),
            "emails",
            Set.of(Operator.EQ),
            "emails.value",
            Set.of(Operator.EQ),
            "active",
            Set.of(Operator.EQ),
            MODIFIED,
            Set.of(Operator.GT, Operator.GE));

    static Outcome<Sought> of(Filter filter) {
        Map<String, Comparison> asked = new HashMap<>();
        for (var comparison : filter.comparisons()) {
            var name = comparison.attribute();
            if (!KNOWN.getOrDefault(name, Set.of()).contains(comparison.operator())) {
                return refused("« " + name + " » ne se filtre pas ainsi. Les personnes se filtrent par userName,"
                        + " externalId, emails.value et active avec eq, et par meta.lastModified avec gt ou ge.");
            }
            if (asked.put(name.equals("emails") ? "emails.value" : name, comparison) != null) {
                return refused("« " + name + " » est comparé deux fois.");
            }
        }
        return read(asked);
    }

    private static Outcome<Sought> read(Map<String, Comparison> asked) {
        var active = asked.get("active");
        var modified = asked.get(MODIFIED);
        var here = active == null ? null : Attributes.bool(active.value()).orElse(null);
        if (active != null && here == null) {
            return refused("active se compare à true ou à false.");
        }
        try {
            return Outcome.done(new Sought(
                    text(asked.get("username")),
                    text(asked.get("externalid")),
                    text(asked.get("emails.value")),
                    here,
                    modified == null ? null : moment(modified.text()),
                    modified != null && modified.operator() == Operator.GE));
        } catch (DateTimeException notADate) {
            return refused("meta.lastModified se compare à une date comme 2026-11-26T08:00:00Z.");
        }
    }

    private static OffsetDateTime moment(String text) {
        var moment = OffsetDateTime.parse(text);
        if (Math.abs(moment.getYear()) > LAST_YEAR) {
            throw new DateTimeException("the database knows no such year");
        }
        return moment;
    }

    private static @Nullable String text(@Nullable Comparison comparison) {
        return comparison == null ? null : comparison.text();
    }

    private static Outcome<Sought> refused(String reason) {
        return Outcome.refused(Refusal.filter(reason));
    }
}
