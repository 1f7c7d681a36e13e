package fr.parvis.partners.console.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.Partners;
import fr.parvis.partners.console.conformance.Check.Outcome;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.signing.Signature.Verdict;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a run finds out about servers that receive our messages well, badly or not at all. */
@ParvisTest
class ReceptionTests {

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    RunTable runs;

    @Autowired
    Probing probing;

    @Autowired
    ProbeTable replies;

    @Autowired
    ReceptionInspector inspector;

    @Autowired
    MovingClock clock;

    @LocalServerPort
    int port;

    final PartnerServer server = new PartnerServer();
    Partner partner;
    Run run;

    @BeforeEach
    void aPartnerOnTrialListens() {
        partner = house.register("Courrier", port).partner.toldAt(server.address());
        partners.save(partner);
        sandboxes.add(partner.id());
        run = runs.start(partner.id(), List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatVerifiesPasses() {
        server.behave((exchange, self) -> answer(exchange, isGood(self) ? 204 : 401));
        assertThat(report()).containsExactly(Map.entry(ReceptionInspector.RECEPTION, Outcome.UNSEEN));

        assertThat(probed().values()).hasSize(Probe.values().length + 1).containsOnly(Outcome.PASSED);
        assertThat(server.told()).hasSize(Probe.values().length);
        assertThat(server.told().get(1).signature().id())
                .isEqualTo(server.told().getFirst().signature().id());
        assertThat(checks().getFirst().detail())
                .startsWith("Envoyé\u00a0: un message signé de votre clé. Reçu\u00a0: HTTP 204, en ");
    }

    @Test
    void aServerThatTakesAnythingIsToldWhatToVerify() {
        server.answerStatus(200);

        assertThat(probed())
                .containsEntry("Message bien signé accepté", Outcome.PASSED)
                .containsEntry("Fausse signature refusée", Outcome.FAILED)
                .containsEntry("Vieux message refusé", Outcome.FAILED);
        assertThat(checks())
                .filteredOn(check -> check.title().equals("Fausse signature refusée"))
                .singleElement()
                .extracting(Check::detail)
                .asString()
                .contains("Reçu\u00a0: HTTP 200", "À faire\u00a0:", "répondez 401");
    }

    @Test
    void aServerThatReadsOneSignatureRefusesWhatComesAgainAndFailsOnNewTypes() {
        Set<String> seen = new HashSet<>();
        server.behave((exchange, self) -> {
            var told = self.told().getLast();
            boolean one = !String.valueOf(told.signature().value()).contains(" ");
            boolean fresh = seen.add(String.valueOf(told.signature().id()));
            answer(
                    exchange,
                    !isGood(self) || !one ? 401 : !fresh ? 409 : told.type().contains("inconnu") ? 500 : 204);
        });

        assertThat(probed())
                .containsEntry("Message bien signé accepté", Outcome.PASSED)
                .containsEntry("Message qui revient accepté", Outcome.FAILED)
                .containsEntry("Deux signatures, une seule bonne", Outcome.FAILED)
                .containsEntry("Type inconnu laissé de côté", Outcome.FAILED)
                .containsEntry("Fausse signature refusée", Outcome.PASSED);
    }

    @Test
    void aServerThatFallsOnWhatIsForgedDoesNotRefuseIt() {
        server.behave((exchange, self) -> answer(exchange, isGood(self) ? 204 : 500));

        assertThat(probed()).containsEntry("Fausse signature refusée", Outcome.FAILED);
    }

    @Test
    void aServerThatDoesNotAnswerFailsEverywhere() {
        server.close();

        assertThat(probed().values()).containsOnly(Outcome.FAILED);
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        replies.save(run.id(), Probe.RIGHT, new Answer(null, "Pas de réponse en 10 secondes."), Duration.ofSeconds(10));

        assertThat(report())
                .containsEntry(ReceptionInspector.PROMPT, Outcome.FAILED)
                .containsEntry("Message qui revient accepté", Outcome.UNSEEN);
    }

    @Test
    void whoHasNoAddressIsNotChecked() {
        partner = partner.toldAt(null);
        partners.save(partner);

        probing.start(partner, run);

        assertThat(report()).containsExactly(Map.entry(ReceptionInspector.RECEPTION, Outcome.SKIPPED));
        assertThat(checks().getFirst().detail()).contains("pas donné d’adresse");
    }

    @Test
    void whoWorksForRealPeopleIsSentNothing() {
        sandboxes.leave(partner.id());

        probing.start(partner, run);

        assertThat(report()).containsExactly(Map.entry(ReceptionInspector.RECEPTION, Outcome.SKIPPED));
        assertThat(server.told()).isEmpty();
    }

    @Test
    void whatCameBackGoesWithItsRun() {
        server.answerStatus(200);
        probed();

        clock.pass(Duration.ofDays(15));
        try {
            runs.eraseOld();
        } finally {
            clock.reset();
        }

        assertThat(replies.of(run.id())).isEmpty();
    }

    private Map<String, Outcome> probed() {
        probing.start(partner, run);
        await().until(() -> replies.of(run.id()).size() == Probe.values().length);
        return report();
    }

    private Map<String, Outcome> report() {
        return checks().stream().collect(Collectors.toMap(Check::title, Check::outcome));
    }

    private List<Check> checks() {
        return inspector.inspect(partner, run, clock.instant());
    }

    /** As the guide says to verify. */
    private boolean isGood(PartnerServer self) {
        var told = self.told().getLast();
        return told.signature().check(told.body(), partners.signingKeys(partner.id()), clock.instant()) == Verdict.GOOD;
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
