package fr.parvis.partners.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partner whose network, clock or program has gone wrong. */
@ParvisTest
class MischiefTests {

    private static final String BATCH = "application/cloudevents-batch+json";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private UUID zoe;
    private String member;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        member = "ELEVE-" + zoe;
        house.link(music, zoe, member);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatComesTwiceAndInDisorderIsToldOnceInOrder(long seed) {
        var events = new ArrayList<>(thread("INS-1"));
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));

        events.forEach(event -> assertThat(music.pushOne(event).status()).isEqualTo(200));

        assertThat(labels()).containsExactly("Demande déposée", "Étape 2", "Étape 3", "Étape 4");
    }

    @Test
    void anEventThatTravelledForAWeekStandsWhereItHappened() {
        var events = thread("INS-1");
        music.push(List.of(events.get(0), events.get(2), events.get(3)));
        clock.pass(Duration.ofDays(7));

        assertThat(music.pushOne(events.get(1)).status()).isEqualTo(200);

        assertThat(labels()).contains("Étape 2", "Étape 4");
        assertThat(item().standing().stepsDone()).isEqualTo(3);
        assertThat(ledger.events(item().reference()))
                .filteredOn(event -> event.label().equals("Étape 2"))
                .extracting(TimelineEvent::at)
                .containsExactly(Instant.parse("2026-11-02T08:00:00Z"));
    }

    @Test
    void tenMegabytesAreRefusedWholeAndTheNextPushIsTaken() {
        var huge = "[\"" + "x".repeat(10_000_000) + "\"]";

        var answer = music.push(music.token(), BATCH, huge, clock.instant());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(music.push(thread("INS-1")).statuses()).containsOnly("applied");
    }

    @Test
    void oneHugeEventDoesNotKeepTheOthersOut() {
        var events = new ArrayList<>(thread("INS-1"));
        events.add(music.event(
                "case.message", "INS-1", 5, Map.of("person", person(member), "detail", "x".repeat(70_000))));

        var answer = music.push(events);

        assertThat(answer.statuses()).containsExactly("applied", "applied", "applied", "applied", "refused");
        assertThat(answer.fault()).isEqualTo("too-large");
    }

    @Test
    void aClockThatIsAnHourWrongIsToldAndNothingIsTaken() {
        for (var wrong : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            var at = clock.instant().plus(wrong);

            var answer = music.push(music.token(), BATCH, "[]", at);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("bad-clock");
            assertThat(answer.body().path("detail").asString())
                    .as("says what time it is here")
                    .contains(String.valueOf(clock.instant().getEpochSecond()).substring(0, 7));
        }
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    @Test
    void anUnknownPersonAndSomebodyElsesCaseAreRefusedAmongGoodOnes() {
        var karim = cast.resident("Karim", "Haddad").viewer().account();
        house.link(music, karim, "ELEVE-" + karim);
        var events = new ArrayList<Map<String, Object>>(thread("INS-1"));
        events.add(
                music.event("case.opened", "INS-9", 1, Map.of("person", person("personne"), "title", "Inscription")));
        events.add(music.event("case.closed", "INS-1", 5, Map.of("person", person("ELEVE-" + karim))));

        var answer = music.push(events);

        assertThat(answer.statuses()).containsExactly("applied", "applied", "applied", "applied", "refused", "refused");
        assertThat(answer.body().path("events").findValuesAsString("code"))
                .containsExactly("unknown-person", "somebody-elses-case");
        assertThat(item().standing().state()).isEqualTo(State.OPEN);
        assertThat(ledger.feed(karim)).isEmpty();
    }

    @Test
    void twoPartnersOfTheSameKindUseTheSameNamesAndNeverMeet() {
        var other = house.register("Conservatoire du théâtre", port);
        house.link(other, zoe, member);
        music.push(thread("INS-1"));

        var closed = other.event("case.opened", "INS-1", 1, Map.of("person", person(member), "title", "Théâtre"));
        closed.put("id", thread("INS-1").getFirst().get("id"));
        assertThat(other.pushOne(closed).statuses()).containsExactly("applied");
        other.pushOne(other.event("case.closed", "INS-1", 2, Map.of("person", person(member))));

        assertThat(ledger.feed(zoe)).extracting(TrackedItem::provider).contains("Conservatoire");
        assertThat(item().title()).isEqualTo("Inscription");
        assertThat(item().standing().state()).isEqualTo(State.OPEN);
        assertThat(labels()).hasSize(4);
    }

    private List<Map<String, Object>> thread(String key) {
        var events = new ArrayList<Map<String, Object>>();
        events.add(named(1, key, "case.opened", Map.of("person", person(member), "title", "Inscription")));
        for (int n = 2; n <= 4; n++) {
            var steps = Map.of("done", n - 1, "total", 4, "now", "Étape " + n);
            events.add(named(n, key, "case.step", Map.of("person", person(member), "steps", steps)));
        }
        return events;
    }

    /** The same event each time it is asked for. */
    private Map<String, Object> named(int n, String key, String type, Map<String, Object> data) {
        var event = music.event(type, key, n, data);
        event.put("id", key + "-" + n);
        return event;
    }

    private static Map<String, String> person(String member) {
        return Map.of("member", member);
    }

    private TrackedItem item() {
        return ledger.feed(zoe).stream()
                .filter(item -> "Conservatoire".equals(item.provider()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return ledger.events(item().reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }
}
