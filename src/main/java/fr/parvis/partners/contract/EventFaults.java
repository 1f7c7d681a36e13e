package fr.parvis.partners.contract;

import fr.parvis.partners.contract.EventData.Fact;
import fr.parvis.partners.contract.EventData.Steps;
import fr.parvis.partners.contract.EventType.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold in an event whose members all have the right type: what is there, how long, how much. */
final class EventFaults {

    static final Duration MOST_AHEAD = Duration.ofDays(1);
    static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    static final int NAME = 200;

    private static final int TITLE = 120;
    private static final int SENTENCE = 200;
    private static final int TEXT = 2_000;
    private static final int STEPS = 20;
    private static final int FACTS = 20;
    private static final long CENTS = 100_000_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private EventFaults() {}

    static Fault tooLarge(int largest) {
        return new Fault("too-large", "", "Un événement fait " + largest + " caractères au plus.");
    }

    /** Somebody else's words, short enough to be quoted. */
    static String quoted(String words) {
        return words.substring(0, Math.min(NAME, words.length()));
    }

    static void check(CaseEvent event) throws FaultException {
        var data = event.data();
        person(event.type(), data.person());
        for (var part : event.type().parts()) {
            if (isMissing(part, data)) {
                throw new FaultException(
                        "missing-member",
                        "/data/" + part.member(),
                        "Un événement « " + event.type().code() + " » a un membre « " + part.member() + " ».");
            }
        }
        texts(data);
        steps(data.steps());
        amount(
                "/data/amount/cents",
                data.amount() == null ? null : data.amount().cents());
        dates(data);
        facts(data.facts());
    }

    private static boolean isMissing(Part part, EventData data) {
        return switch (part) {
            case TITLE -> data.title() == null;
            case DETAIL -> data.detail() == null;
            case STEPS -> data.steps() == null;
            case TODO -> data.todo() == null;
            case DOCUMENT -> data.document() == null;
            case AMOUNT -> data.amount() == null;
            case BOOKING -> data.booking() == null;
            case DECISION -> data.decision() == null;
            case FACTS -> data.facts() == null;
        };
    }

    private static void person(EventType type, @Nullable PersonKey person) throws FaultException {
        if (person == null || !person.isOne()) {
            throw new FaultException(
                    "bad-person", "/data/person", "Dites à qui c’est, par un seul de : sub, member, reference.");
        }
        // a request handed over says nothing of what its owner has at the partner's beside it
        if (!type.isOfCase() && person.reference() != null) {
            throw new FaultException(
                    "bad-person",
                    "/data/person/reference",
                    "Des faits ne sont pas ceux d’une demande confiée par la ville : nommez la personne par sub ou member.");
        }
        if (!Legible.isName(person.name())) {
            throw new FaultException(
                    "bad-text",
                    "/data/person",
                    "Pas de caractère de contrôle, ni de retour à la ligne, dans le nom d’une personne.");
        }
    }

    private static void texts(EventData data) throws FaultException {
        text("/data/title", data.title(), TITLE);
        text("/data/label", data.label(), SENTENCE);
        text("/data/detail", data.detail(), TEXT);
        text("/data/actor", data.actor(), TITLE);
        path("/data/path", data.path());
        if (data.todo() != null) {
            present("/data/todo/kind", data.todo().kind());
            required("/data/todo/label", data.todo().label(), SENTENCE);
        }
        if (data.document() != null) {
            required("/data/document/name", data.document().name(), SENTENCE);
        }
        if (data.booking() != null) {
            text("/data/booking/id", data.booking().id(), SENTENCE);
            required("/data/booking/label", data.booking().label(), SENTENCE);
            text("/data/booking/place", data.booking().place(), SENTENCE);
        }
        if (data.decision() != null) {
            present("/data/decision/outcome", data.decision().outcome());
        }
    }

    private static void steps(@Nullable Steps steps) throws FaultException {
        if (steps == null) {
            return;
        }
        if (steps.done() < 0 || steps.total() < 1 || steps.done() > steps.total() || steps.total() > STEPS) {
            throw new FaultException(
                    "bad-steps", "/data/steps", "Il faut 0 ≤ done ≤ total, et total de 1 à " + STEPS + ".");
        }
        text("/data/steps/now", steps.now(), SENTENCE);
        var upcoming = Objects.requireNonNullElse(steps.upcoming(), List.<String>of());
        if (upcoming.size() > STEPS) {
            throw new FaultException("bad-steps", "/data/steps/upcoming", "Pas plus de " + STEPS + " étapes.");
        }
        for (int i = 0; i < upcoming.size(); i++) {
            required("/data/steps/upcoming/" + i, upcoming.get(i), SENTENCE);
        }
    }

    private static void dates(EventData data) throws FaultException {
        within("/data/todo/before", data.todo() == null ? null : data.todo().before());
        within(
                "/data/amount/before",
                data.amount() == null ? null : data.amount().before());
        var expected = data.expected();
        if (expected != null) {
            present("/data/expected/from", expected.from());
            present("/data/expected/to", expected.to());
            within("/data/expected/from", expected.from());
            within("/data/expected/to", expected.to());
            ordered("/data/expected/to", expected.from().isAfter(expected.to()));
        }
        var booking = data.booking();
        if (booking != null) {
            present("/data/booking/from", booking.from());
            within("/data/booking/from", booking.from().toLocalDate());
            within(
                    "/data/booking/to",
                    booking.to() == null ? null : booking.to().toLocalDate());
            ordered("/data/booking/to", booking.to() != null && booking.from().isAfter(booking.to()));
        }
    }

    private static void facts(@Nullable List<Fact> facts) throws FaultException {
        if (facts == null) {
            return;
        }
        if (facts.size() > FACTS) {
            throw new FaultException("too-many-facts", "/data/facts", "Pas plus de " + FACTS + " lignes.");
        }
        for (int i = 0; i < facts.size(); i++) {
            present("/data/facts/" + i, facts.get(i));
            var fact = facts.get(i);
            required("/data/facts/" + i + "/text", fact.text(), SENTENCE);
            amount("/data/facts/" + i + "/cents", fact.cents());
            within("/data/facts/" + i + "/before", fact.before());
            path("/data/facts/" + i + "/path", fact.path());
        }
    }

    private static void amount(String pointer, @Nullable Long cents) throws FaultException {
        if (cents != null && (cents < 0 || cents > CENTS)) {
            throw new FaultException("bad-amount", pointer, "Un montant en centimes, de 0 à " + CENTS + ".");
        }
    }

    /** Under the partner's own site only: nobody is led elsewhere from here. */
    private static void path(String pointer, @Nullable String path) throws FaultException {
        text(pointer, path, SENTENCE);
        if (path != null && !SitePath.isOne(path)) {
            throw new FaultException(
                    "bad-path",
                    pointer,
                    "Un chemin sous votre site, qui commence par un seul « / », sans domaine ni « .. » ; encodez ce qui n’est"
                            + " pas permis dans une adresse (une espace s’écrit %20).");
        }
    }

    /** What lies beyond is a slip of the pen, and more than a database or a calendar holds. */
    private static void within(String pointer, @Nullable LocalDate day) throws FaultException {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new FaultException(
                    "bad-dates", pointer, "Une date va de l’an " + FIRST_YEAR + " à l’an " + LAST_YEAR + ".");
        }
    }

    private static void ordered(String pointer, boolean wrong) throws FaultException {
        if (wrong) {
            throw new FaultException("bad-dates", pointer, "La fin est avant le début.");
        }
    }

    private static void present(String pointer, @Nullable Object value) throws FaultException {
        if (value == null) {
            throw new FaultException("missing-member", pointer, "Il manque cette valeur.");
        }
    }

    private static void required(String pointer, @Nullable String text, int most) throws FaultException {
        present(pointer, text);
        text(pointer, text, most);
    }

    private static void text(String pointer, @Nullable String text, int most) throws FaultException {
        if (text != null
                && (text.isBlank()
                        || text.length() > most
                        || text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n'))) {
            throw new FaultException(
                    "bad-text",
                    pointer,
                    "Un texte de 1 à " + most
                            + " caractères, sans caractère de contrôle ; laissez-le de côté s’il est vide.");
        }
    }
}
