package fr.parvis.partners.contract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events (CloudEvents 1.0, JSON format). Attributes that we do not know are left alone, as the specification wants;
 * data that we do not know are refused, so that a misspelt member is found on the first day.
 */
public final class EventReader {

    private static final JsonMapper DATA = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

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
        attribute(event, "specversion", "1.0");
        attribute(event, "source", source);
        var type = type(event);
        var key = type.isOfCase() ? required(event, "subject") : null;
        var read = new CaseEvent(
                required(event, "id"), type, key, sequence(event), at(event), data(event.path("data")), content);
        EventFaults.check(read);
        return read;
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
        if (!digits.matches("\\d{1,18}")) {
            throw new FaultException(
                    "bad-sequence",
                    "/sequence",
                    "Numérotez les événements de chaque dossier : 1, 2, 3… (18 chiffres au plus).");
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
        try {
            return DATA.treeToValue(data, EventData.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new FaultException(
                    "unknown-member", pointer(unknown), "Ce membre n’existe pas dans le contrat.", unknown);
        } catch (JacksonException malformed) {
            throw new FaultException(
                    "bad-data", pointer(malformed), "Cette valeur n’a pas la forme que le contrat demande.", malformed);
        }
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
        return value;
    }

    private static @Nullable String text(JsonNode event, String name) {
        var value = event.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream().map(EventReader::step).collect(Collectors.joining("", "/data", ""));
    }

    private static String step(Reference step) {
        return "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
}
