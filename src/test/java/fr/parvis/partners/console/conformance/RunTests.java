package fr.parvis.partners.console.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.CallLine;
import fr.parvis.partners.calls.CallLine.Mark;
import fr.parvis.partners.calls.CallLines;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.console.conformance.Check.Outcome;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.signing.Signature;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What a run finds out about a program that does well, and about one that does not. */
@ParvisTest
class RunTests {

    private static final String BATCH = "application/cloudevents-batch+json";

    @Autowired
    PartnerHouse house;

    @Autowired
    RunTable runs;

    @Autowired
    List<Inspector> inspectors;

    @Autowired
    PartnerCalls calls;

    @Autowired
    CallLines lines;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @LocalServerPort
    int port;

    PartnerProgram music;
    String member = "ESSAI-1";
    Run run;

    @BeforeEach
    void aRunIsStarted() {
        music = house.register("Conservatoire", port);
        sandboxes.add(music.partner.id());
        sandboxes.invent(music.partner.id());
        run = runs.start(music.partner.id(), List.of(EventType.OPENED.code(), EventType.CLOSED.code()));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void nothingIsSeenBeforeAnythingCame() {
        assertThat(report().values()).containsOnly(Outcome.UNSEEN);
        assertThat(runs.start(music.partner.id(), List.of()).id())
                .as("one at a time")
                .isEqualTo(run.id());
    }

    @Test
    void aGoodProgramPasses() {
        music.push(List.of(opened("A-1")));
        var hindered = List.of(opened("A-2"));
        var answer = music.push(hindered);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("rehearsal");
        await().untilAsserted(() -> assertThat(lines.newest(music.partner.id(), 1, "", Reader.VENDOR))
                .extracting(CallLine::mark)
                .containsExactly(Mark.REHEARSED));
        clock.pass(Duration.ofSeconds(6));
        assertThat(music.push(hindered).statuses()).containsExactly("applied");
        assertThat(music.push(hindered).statuses()).containsExactly("duplicate");
        music.push(List.of(event("case.closed", "A-2", 3, Map.of())));
        music.push(List.of(event("case.message", "A-2", 2, Map.of("detail", "Bonjour."))));
        music.pushOne(event("case.inconnu", "A-2", 4, Map.of()));
        var body = JsonMapper.shared().writeValueAsString(List.of(opened("A-3")));
        music.push(music.token(), BATCH, body, clock.instant().minus(Duration.ofMinutes(10)));
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(opened("B-" + i));
        }
        music.push(many);
        await().until(() -> calls.newest(music.partner.id(), false, 20).size() == 9);
        assertThat(report().values()).containsOnly(Outcome.PASSED);
    }

    @Test
    void aHastyOneThatInsistsAndMisnumbersFails() {
        music.push(List.of(opened("A-1")));
        var hindered = List.of(opened("A-2"));
        music.push(hindered);
        music.push(hindered);
        var wrong = event("case.inconnu", "A-2", 4, Map.of());
        music.pushOne(wrong);
        music.pushOne(wrong);
        music.push(List.of(event("case.opened", "A-7", 5, Map.of("title", "Inscription"))));
        var report = report();
        assertThat(report)
                .containsEntry("Après une panne (503), le même événement revient", Outcome.FAILED)
                .containsEntry("Un événement refusé n’est pas renvoyé tel quel", Outcome.FAILED)
                .containsEntry("Les événements de chaque dossier sont numérotés à partir de 1", Outcome.FAILED)
                .containsEntry("Type fr.parvis.case.closed.v1", Outcome.UNSEEN);
    }

    @Test
    void whatNeverCameBackFailsOnceTheRunIsOver() {
        music.push(List.of(opened("A-1")));
        music.push(List.of(opened("A-2")));
        var check = "Après une panne (503), le même événement revient";
        assertThat(report()).containsEntry(check, Outcome.UNSEEN);
        runs.end(music.partner.id(), run.id());
        assertThat(report()).containsEntry(check, Outcome.FAILED);
        assertThat(music.push(List.of(opened("A-2"))).status()).isEqualTo(200);
    }

    @Test
    void aPartnerInServiceIsNeverDisturbed() {
        sandboxes.leave(music.partner.id());
        member = "ELEVE-1";
        house.link(music, cast.resident("Zoé", "Martin").viewer().account(), member);

        for (var key : List.of("A-1", "A-2", "A-3")) {
            assertThat(music.push(List.of(opened(key))).status()).isEqualTo(200);
        }
        assertThat(report())
                .containsEntry("Après une panne (503), le même événement revient", Outcome.SKIPPED)
                .containsEntry("Un événement refusé n’est pas renvoyé tel quel", Outcome.UNSEEN);
    }

    @Test
    void oneOfAThingIsSaidInTheSingular() {
        var now = String.valueOf(clock.instant().getEpochSecond());
        music.push(music.token(), BATCH, "[]".getBytes(UTF_8), new Signature("envoi", now, "v1,x"));
        await().until(() -> calls.newest(music.partner.id(), false, 9).size() == 1);
        assertThat(details()).anyMatch(detail -> detail.startsWith("1\u00a0envoi sans signature juste"));

        var message = event("case.message", "A-1", 3, Map.of("detail", "Bonjour."));
        music.push(List.of(opened("A-1"), message));
        assertThat(details())
                .contains("Vérifié sur 1\u00a0dossier.")
                .anyMatch(detail -> detail.startsWith("1\u00a0événement attend le précédent"));
    }

    private Map<String, Outcome> report() {
        return checks().collect(Collectors.toMap(Check::title, Check::outcome));
    }

    private List<String> details() {
        return checks().map(Check::detail).toList();
    }

    private Stream<Check> checks() {
        var now = runs.find(music.partner.id(), run.id()).orElseThrow();
        return inspectors.stream()
                .filter(one -> !(one instanceof ReceptionInspector))
                .flatMap(one -> one.inspect(music.partner, now, now.until(clock.instant())).stream());
    }

    private Map<String, Object> opened(String key) {
        return event("case.opened", key, 1, Map.of("title", "Inscription"));
    }

    private Map<String, Object> event(String type, String key, long sequence, Map<String, Object> data) {
        var whole = new HashMap<>(data);
        whole.put("person", Map.of("member", member));
        return music.event(type, key, sequence, whole);
    }
}
