package fr.parvis.partners.contract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events (CloudEvents 1.0, JSON format). Attributes that we do not know are left alone, as the specification wants;
 * data that we do not know are refused, so that a misspelt member is found on the first day.
 */
public final class EventReader {

    private static final JsonMapper KEPT = JsonMapper.shared();
    private static final int LARGEST = 64_000;

    private final String source;
    private final Instant now;

    /**
     * For the events of one partner.
     *
     * @param source the only one it may speak for
     * @param now when they came
     */
    public EventReader(String source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** What one event says, or why it cannot be taken. */
    public Reading read(JsonNode event) {
        var content = event.toString();
        var id = text(event, "id");
        if (content.length() > LARGEST) {
            return new Reading.Bad(id, EventFaults.tooLarge(LARGEST), content.substring(0, LARGEST));
        }
        try {
            return new Reading.Good(read(event, content));
        } catch (FaultException fault) {
            return new Reading.Bad(id, fault.fault(), content);
        }
    }

    private CaseEvent read(JsonNode event, String content) throws FaultException {
        if (!event.isObject()) {
            throw new FaultException("not-an-object", "", "Un événement est un objet JSON.");
        }
        legible(event);
        attribute(event, "specversion", "1.0");
        attribute(event, "source", source);
        var type = type(event);
        var key = type.isOfCase() ? required(event, "subject") : null;
        var read = new CaseEvent(
                required(event, "id"), type, key, sequence(event), at(event), data(event.path("data")), content);
        EventFaults.check(read);
        return read;
    }

    /**
     * An event that was good when it was kept, whatever is asked of events since, and whichever source its partner has.
     *
     * @param at when it happened, as it was understood then
     */
    public static CaseEvent reread(String content, Instant at) {
        var event = KEPT.readTree(content);
        var type = EventType.of(event.path("type").asString())
                .orElseThrow(() -> new IllegalStateException("an event of an unknown type was kept"));
        return new CaseEvent(
                event.path("id").asString(),
                type,
                type.isOfCase() ? event.path("subject").asString() : null,
                Long.parseLong(event.path("sequence").asString()),
                at,
                DataReader.reread(event.path("data")),
                content);
    }

    /** Also in what we leave alone, because it is kept. */
    private static void legible(JsonNode event) throws FaultException {
        var flaw = Legible.flaw(event);
        if (flaw != null) {
            throw new FaultException("bad-text", flaw, "Pas de caractère de contrôle, ni de moitié de caractère.");
        }
    }

    private static EventType type(JsonNode event) throws FaultException {
        var code = required(event, "type");
        return EventType.of(code)
                .orElseThrow(() -> new FaultException(
                        "unknown-type", "/type", "Ce type n’existe pas : « " + EventFaults.quoted(code) + " »."));
    }

    /** The sequence extension of CloudEvents: a number, which its JSON form may write as text. */
    private static long sequence(JsonNode event) throws FaultException {
        var node = event.path("sequence");
        var digits = node.isIntegralNumber() || node.isString() ? node.asString() : "";
        if (!digits.matches("\\d{1,13}")) {
            throw new FaultException(
                    "bad-sequence",
                    "/sequence",
                    "Numérotez les événements de chaque dossier : 1, 2, 3… (13 chiffres au plus).");
        }
        return Long.parseLong(digits);
    }

    /** When it happened. A clock that is ahead is forgiven for a day, and what it says is taken as now. */
    private Instant at(JsonNode event) throws FaultException {
        var time = required(event, "time");
        try {
            var at = OffsetDateTime.parse(time).toInstant();
            if (at.isAfter(now.plus(EventFaults.MOST_AHEAD)) || at.isBefore(EventFaults.LONG_AGO)) {
                throw new FaultException(
                        "bad-time",
                        "/time",
                        "Cette date est trop loin de la nôtre (" + now + ") : vérifiez l’horloge.");
            }
            return at.isAfter(now) ? now : at;
        } catch (DateTimeParseException malformed) {
            throw new FaultException(
                    "bad-time", "/time", "Écrivez la date comme 2027-05-07T14:30:00+02:00 (RFC 3339).", malformed);
        }
    }

    private static EventData data(JsonNode data) throws FaultException {
        if (!data.isObject()) {
            throw new FaultException("bad-data", "/data", "Il manque l’objet « data ».");
        }
        return DataReader.read(data);
    }

    private static void attribute(JsonNode event, String name, String value) throws FaultException {
        if (!value.equals(required(event, name))) {
            throw new FaultException("bad-" + name, "/" + name, "« " + name + " » doit être « " + value + " ».");
        }
    }

    private static String required(JsonNode event, String name) throws FaultException {
        var value = text(event, name);
        if (value == null || value.isBlank() || value.length() > EventFaults.NAME) {
            throw new FaultException(
                    "missing-attribute",
                    "/" + name,
                    "Il manque l’attribut « " + name + " », un texte de " + EventFaults.NAME + " caractères au plus.");
        }
        if (!Legible.isName(value)) {
            throw new FaultException(
                    "bad-text", "/" + name, "Pas de caractère de contrôle, ni de retour à la ligne, dans un attribut.");
        }
        return value;
    }

    private static @Nullable String text(JsonNode event, String name) {
        var value = event.path(name);
        return value.isString() ? value.asString() : null;
    }
}
