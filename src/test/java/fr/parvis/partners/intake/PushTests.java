package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What partners push, over HTTP as their programs do. */
@ParvisTest
class PushTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private UUID zoe;
    private String sub;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        sub = house.link(music, zoe, "ELEVE-" + UUID.randomUUID());
    }

    @Test
    void anEventIsInTheThreadAtOnce() {
        var answer = music.pushOne(opened("INS-1", 1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statuses()).containsExactly("applied");
        assertThat(item().title()).isEqualTo("Inscription en cours de piano");
        assertThat(item().provider()).isEqualTo("Conservatoire");
        assertThat(events()).extracting(TimelineEvent::label).containsExactly("Demande déposée");
    }

    @Test
    void aCaseGoesThroughItsSteps() {
        var answer = music.push(List.of(
                opened("INS-1", 1),
                step("INS-1", 2, 1, "Étude du dossier"),
                music.event(
                        "case.action-required",
                        "INS-1",
                        3,
                        Map.of(
                                "person",
                                Map.of("sub", sub),
                                "todo",
                                Map.of("kind", "DOCUMENT", "label", "Envoyez le quotient familial"))),
                step("INS-1", 4, 2, "Commission"),
                music.event(
                        "case.amount-due", "INS-1", 5, of("amount", Map.of("cents", 12_400, "before", "2026-12-04"))),
                music.event("case.decided", "INS-1", 6, of("decision", Map.of("outcome", "ACCEPTED")))));

        assertThat(answer.statuses()).containsOnly("applied").hasSize(6);
        assertThat(item().standing().state()).isEqualTo(State.DONE);
        assertThat(item().standing().headline()).isEqualTo("Acceptée");
        assertThat(events())
                .extracting(TimelineEvent::label)
                .containsExactly(
                        "Demande déposée",
                        "Étude du dossier",
                        "Envoyez le quotient familial",
                        "Commission",
                        "À régler\u00a0: 124,00\u00a0€",
                        "Décision\u00a0: acceptée");
    }

    @Test
    void itIsTheResidentsMoveUntilTheNextStep() {
        music.push(List.of(
                opened("INS-1", 1),
                music.event(
                        "case.action-required",
                        "INS-1",
                        2,
                        of(
                                "todo",
                                Map.of(
                                        "kind",
                                        "DOCUMENT",
                                        "label",
                                        "Envoyez un justificatif",
                                        "before",
                                        "2026-12-04"))),
                music.event("case.message", "INS-1", 3, of("detail", "Bonjour, une question."))));
        assertThat(item().standing().move()).isEqualTo(Move.RESIDENT);
        assertThat(item().standing().todo()).isEqualTo("Envoyez un justificatif");

        music.push(List.of(step("INS-1", 4, 2, "Commission")));

        assertThat(item().standing().move()).isEqualTo(Move.TOWN);
        assertThat(item().standing().stepsDone()).isEqualTo(2);
    }

    @Test
    void whatComesAfterTheEndDoesNotUndoIt() {
        var moved = Map.of("label", "Audition", "from", "2027-05-07T14:00:00+02:00", "cancelled", true);
        music.push(List.of(
                opened("INS-1", 1),
                music.event("case.decided", "INS-1", 2, of("decision", Map.of("outcome", "ACCEPTED"))),
                music.event("case.document-ready", "INS-1", 3, of("document", Map.of("name", "Certificat"))),
                music.event("case.message", "INS-1", 4, of("detail", "À bientôt.")),
                music.event("case.amount-due", "INS-1", 5, of("amount", Map.of("cents", 0))),
                music.event("case.booking", "INS-1", 6, of("booking", moved))));

        assertThat(item().standing().state()).isEqualTo(State.DONE);
        assertThat(item().standing().headline()).isEqualTo("Acceptée");
        assertThat(events())
                .extracting(TimelineEvent::label)
                .containsExactly(
                        "Demande déposée",
                        "Décision\u00a0: acceptée",
                        "Document prêt\u00a0: Certificat",
                        "Message",
                        "Somme réglée",
                        "Annulé\u00a0: Audition");

        music.pushOne(music.event("case.amount-due", "INS-1", 7, of("amount", Map.of("cents", 12_400))));
        assertThat(item().standing().move()).as("who must pay is told so").isEqualTo(Move.RESIDENT);
        music.push(List.of(
                music.event("case.closed", "INS-1", 8, of("label", "Année terminée")), step("INS-1", 9, 2, "Appel")));
        assertThat(item().standing().state()).isEqualTo(State.OPEN);
    }

    @Test
    void factsAreNotThoseOfARequest() {
        var event = music.event(
                "person.facts",
                "x",
                1,
                Map.of("person", Map.of("reference", "K7M-4XT-9RA"), "facts", List.of(Map.of("text", "Solde"))));
        event.remove("subject");

        assertThat(music.pushOne(event).code()).isEqualTo("bad-person");
        assertThat(music.pushOne(event).body().toString()).contains("/data/person/reference", "par sub ou member");
    }

    @Test
    void nothingHappensTwice() {
        var events = List.of(opened("INS-1", 1), step("INS-1", 2, 1, "Étude"));
        music.push(events);

        assertThat(music.push(events).statuses()).containsOnly("duplicate");
        assertThat(music.pushOne(events.getFirst()).statuses()).containsExactly("duplicate");

        assertThat(events()).hasSize(2);
    }

    @Test
    void anIdWithSomethingElseInItIsRefused() {
        var event = opened("INS-1", 1);
        music.pushOne(event);
        event.put("time", "2026-11-03T09:00:00+01:00");

        var answer = music.pushOne(event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("id-reused");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shuffledEventsEndInTheirOrder(long seed) {
        var events = new ArrayList<>(thread(12));
        Collections.shuffle(events, new Random(seed));

        for (var event : events) {
            assertThat(music.pushOne(event).status()).isEqualTo(200);
        }

        assertThat(events()).extracting(TimelineEvent::label).containsExactlyElementsOf(labels(12));
        assertThat(item().standing().stepsDone()).isEqualTo(11);
    }

    @Test
    void aShuffledBatchEndsInItsOrder() {
        var events = new ArrayList<>(thread(15));
        Collections.shuffle(events, new Random(7));

        assertThat(music.push(events).statuses()).containsOnly("applied");

        assertThat(events()).extracting(TimelineEvent::label).containsExactlyElementsOf(labels(15));
    }

    @Test
    void whatComesBeforeItsTurnWaits() {
        music.pushOne(opened("INS-1", 1));

        assertThat(music.pushOne(step("INS-1", 3, 2, "Commission")).statuses()).containsExactly("waiting");
        assertThat(events()).hasSize(1);
        assertThat(music.pushOne(step("INS-1", 2, 1, "Étude")).statuses()).containsExactly("applied");

        assertThat(events()).extracting(TimelineEvent::label).containsExactly("Demande déposée", "Étude", "Commission");
    }

    @Test
    void whereACaseStandsToldWholeMakesUpForWhatIsMissing() {
        music.push(List.of(opened("INS-1", 1), step("INS-1", 4, 3, "Réponse")));

        var whole = of("steps", Map.of("done", 3, "total", 4, "now", "Réponse"));
        whole.put("title", "Inscription en cours de piano");
        assertThat(music.pushOne(music.event("case.state", "INS-1", 6, whole)).statuses())
                .containsExactly("applied");
        assertThat(music.pushOne(step("INS-1", 2, 1, "Étude")).statuses()).containsExactly("late");

        assertThat(item().standing().stepsDone()).isEqualTo(3);
        assertThat(events()).extracting(TimelineEvent::label).contains("Étude", "Réponse", "Suivi remis à jour");
    }

    @Test
    void somebodyElsesCaseIsNotTouched() {
        var other = cast.resident("Karim", "Haddad").viewer().account();
        var karim = house.link(music, other, "ELEVE-2-" + UUID.randomUUID());
        music.pushOne(opened("INS-1", 1));

        var event = step("INS-1", 2, 1, "Étude");
        event.put("data", Map.of("person", Map.of("sub", karim), "steps", Map.of("done", 1, "total", 2)));
        var answer = music.pushOne(event);

        assertThat(answer.code()).isEqualTo("somebody-elses-case");
        assertThat(ledger.feed(other)).isEmpty();
        assertThat(events()).hasSize(1);
    }

    @Test
    void whoLinkedNothingIsUnknown() {
        var event = opened("INS-1", 1);
        event.put("data", Map.of("person", Map.of("sub", "personne"), "title", "Inscription"));

        assertThat(music.pushOne(event).code()).isEqualTo("unknown-person");
    }

    @Test
    void aPartnerDoesNotReachTheCasesOfAnother() {
        music.pushOne(opened("INS-1", 1));
        var library = house.register("Médiathèque", port);
        var there = house.link(library, zoe, "CARTE-" + UUID.randomUUID());

        var stolen = library.event("case.closed", "INS-1", 2, Map.of("person", Map.of("sub", there)));
        assertThat(library.pushOne(stolen).statuses()).containsExactly("waiting");
        var named = library.event("case.closed", "INS-1", 2, Map.of("person", Map.of("sub", sub)));
        assertThat(library.pushOne(named).code()).isEqualTo("unknown-person");
        var disguised = step("INS-1", 2, 1, "Étude");
        assertThat(library.pushOne(disguised).code()).isEqualTo("bad-source");

        assertThat(item().standing().state()).isEqualTo(State.OPEN);
    }

    @Test
    void oneBadEventDoesNotKeepTheOthersOut() {
        var bad = music.event("case.step", "INS-1", 2, of("steps", Map.of("done", 5, "total", 2)));

        var answer = music.push(List.of(opened("INS-1", 1), bad, "quoi ?"));

        assertThat(answer.statuses()).containsExactly("applied", "refused", "refused");
        assertThat(answer.fault()).isEqualTo("bad-steps");
    }

    @Test
    void aClockThatIsAheadIsForgiven() {
        var event = opened("INS-1", 1);
        event.put("time", Instant.now().plusSeconds(3_600).toString());

        assertThat(music.pushOne(event).statuses()).containsExactly("applied");
        assertThat(events().getFirst().at()).isBeforeOrEqualTo(Instant.now());
    }

    private Map<String, Object> opened(String key, long sequence) {
        return music.event("case.opened", key, sequence, of("title", "Inscription en cours de piano"));
    }

    private Map<String, Object> step(String key, long sequence, int done, String now) {
        return music.event(
                "case.step", key, sequence, of("steps", Map.of("done", done, "total", Math.max(4, done), "now", now)));
    }

    private Map<String, Object> of(String member, Object value) {
        return new java.util.LinkedHashMap<>(Map.of("person", Map.of("sub", sub), member, value));
    }

    private List<Map<String, Object>> thread(int length) {
        var events = new ArrayList<Map<String, Object>>();
        events.add(opened("INS-1", 1));
        for (int n = 2; n <= length; n++) {
            events.add(music.event(
                    "case.step", "INS-1", n, of("steps", Map.of("done", n - 1, "total", 20, "now", "Étape " + n))));
        }
        return events;
    }

    private static List<String> labels(int length) {
        var labels = new ArrayList<>(List.of("Demande déposée"));
        for (int n = 2; n <= length; n++) {
            labels.add("Étape " + n);
        }
        return labels;
    }

    private TrackedItem item() {
        return ledger.feed(zoe).getFirst();
    }

    private List<TimelineEvent> events() {
        Reference reference = item().reference();
        return ledger.events(reference);
    }
}
