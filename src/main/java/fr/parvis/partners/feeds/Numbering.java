package fr.parvis.partners.feeds;

import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.contract.Reading;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows that came together, while events are made of those that say something new. */
final class Numbering {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Partner partner;
    private final Map<String, Seen> seen;
    private final Map<String, Long> cases;
    private final Set<PersonKey> known;
    private final Instant now;

    /**
     * Rows to number.
     *
     * @param seen what was seen of them before, by name
     * @param cases how far the cases have come that residents follow, and the facts of people, by key
     * @param known those of the people named who are known here
     * @param now when they said so: an older file that is read again brings back nothing that has changed since
     */
    Numbering(Partner partner, Map<String, Seen> seen, Map<String, Long> cases, Set<PersonKey> known, Instant now) {
        this.partner = partner;
        this.seen = new HashMap<>(seen);
        this.cases = new HashMap<>(cases);
        this.known = known;
        // as the database keeps it, so that an event made again is the same to the letter
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is to be done with a row. */
    sealed interface Step {

        /** Nothing: its outcome is that of before. */
        record Settled(RowOutcome outcome, String name) implements Step {}

        /** It is refused, which nobody was told yet. */
        record Unread(Row row, Reading.Bad bad, Seen after) implements Step {}

        /** These events are to be taken, and this remembered if they are. */
        record Made(Row row, List<JsonNode> events, Seen after, long before) implements Step {}
    }

    Step judge(Translated translated) {
        if (translated instanceof Translated.Good good && isOfAStranger(good)) {
            return new Step.Settled(RowOutcome.stranger(good.row()), good.name());
        }
        var before = seen.get(translated.name());
        if (before != null && isSettled(translated, before)) {
            return settled(translated, before);
        }
        if (before != null && isOvertaken(translated, before)) {
            return new Step.Settled(RowOutcome.overtaken(translated.row()), translated.name());
        }
        return switch (translated) {
            case Translated.Bad(var row, var fault) ->
                new Step.Unread(
                        row,
                        new Reading.Bad(null, fault, row.content().toString()),
                        remember(new Seen(translated.name(), translated.digest(), 0, now, fault)));
            case Translated.Good good -> make(good, before);
        };
    }

    /** A list of all that people have there tells of many who linked nothing: of them we keep nothing at all. */
    private boolean isOfAStranger(Translated.Good good) {
        return !good.type().isOfCase() && !known.contains(good.person());
    }

    private boolean isSettled(Translated translated, Seen before) {
        return before.digest().equals(translated.digest())
                && !(translated instanceof Translated.Good good && isWorthAnotherTry(good, before));
    }

    /** Accounts are linked and closed meanwhile: the same words may find somebody now, or somebody new. */
    private boolean isWorthAnotherTry(Translated.Good good, Seen before) {
        return before.fault() == null
                ? !cases.containsKey(good.key())
                : !before.isHopeless() && known.contains(good.person());
    }

    /** It says something else than what came after it. */
    private boolean isOvertaken(Translated translated, Seen before) {
        return before.at().isAfter(now) && !before.digest().equals(translated.digest());
    }

    private static Step settled(Translated translated, Seen before) {
        var fault = before.fault();
        return new Step.Settled(
                fault == null
                        ? RowOutcome.unchanged(translated.row(), id(translated, before.sequence()))
                        : RowOutcome.refused(translated.row(), null, fault),
                translated.name());
    }

    private Step make(Translated.Good good, @Nullable Seen before) {
        long last = before == null ? 0 : before.sequence();
        var at = before != null && before.digest().equals(good.digest()) ? before.at() : now;
        List<JsonNode> events = new ArrayList<>();
        long sequence = good.sequence() == null ? next(good.key(), last) : good.sequence();
        if (good.sequence() == null
                && good.type().isOfCase()
                && !good.type().begins()
                && !cases.containsKey(good.key())) {
            events.add(event(good, sequence, at, EventType.OPENED, opening(good.data())));
            sequence++;
        }
        events.add(event(good, sequence, at, good.type(), good.data()));
        if (good.sequence() == null) {
            cases.merge(good.key(), sequence, Math::max);
        }
        return new Step.Made(
                good.row(), events, remember(new Seen(good.name(), good.digest(), sequence, at, null)), last);
    }

    private Seen remember(Seen one) {
        seen.put(one.name(), one);
        return one;
    }

    private long next(String key, long last) {
        return Math.max(last, cases.getOrDefault(key, 0L)) + 1;
    }

    /** What a case is told to begin with when the first word of it is a later one. */
    private static ObjectNode opening(ObjectNode data) {
        var opening = JSON.objectNode();
        for (var member : List.of("person", "title", "actor", "path")) {
            if (data.has(member)) {
                opening.set(member, data.path(member));
            }
        }
        return opening;
    }

    private ObjectNode event(Translated.Good good, long sequence, Instant at, EventType type, ObjectNode data) {
        var event = JSON.objectNode()
                .put("specversion", "1.0")
                .put("id", good.key() + "/" + sequence)
                .put("source", partner.source())
                .put("type", type.code())
                .put("time", good.at() == null ? at.atOffset(ZoneOffset.UTC).toString() : good.at())
                .put("sequence", String.valueOf(sequence));
        if (type.isOfCase()) {
            event.put("subject", good.key());
        }
        event.set("data", data);
        return event;
    }

    private static String id(Translated translated, long sequence) {
        return translated instanceof Translated.Good good ? good.key() + "/" + sequence : "";
    }
}
