package fr.parvis.partners.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.PartnerServer.Told;
import fr.parvis.partners.Partners;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners are told arrives, in order, signed, sooner or later. */
@ParvisTest
class WebhookTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final PartnerServer server = new PartnerServer();
    private Partner mail;

    @BeforeEach
    void aPartnerListens() {
        mail = listening("Courrier", server);
    }

    @AfterEach
    void stop() {
        clock.reset();
        server.close();
    }

    @Test
    void anEventIsACloudEventThatThePartnerCanVerify() {
        tell("SUR-1", "bonjour");

        var told = arrived("SUR-1", 1).getFirst();
        assertThat(told.event().path("specversion").asString()).isEqualTo("1.0");
        assertThat(told.type()).isEqualTo("fr.parvis.handover.message.v1");
        assertThat(told.event().path("source").asString()).isEqualTo("http://localhost:" + port);
        assertThat(told.data().path("text").asString()).isEqualTo("bonjour");
        assertThat(told.signature().id()).isEqualTo(told.event().path("id").asString());
        assertThat(told.isSignedWith(partners.signingKeys(mail.id()).getFirst()))
                .isTrue();
        assertThat(told.isSignedWith(new byte[32])).isFalse();
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        transaction.executeWithoutResult(status -> {
            webhooks.tell(mail, "SUR-1", WebhookType.HANDOVER_MESSAGE, Map.of("text", "perdu"));
            status.setRollbackOnly();
        });
        tell("SUR-2", "gardé");

        arrived("SUR-2", 1);
        assertThat(server.told("SUR-1")).isEmpty();
    }

    @Test
    void whileAKeyIsReplacedEitherOneVerifies() {
        var former = partners.signingKeys(mail.id()).getFirst();
        var current = partners.renewSigningKey(mail.id());
        tell("SUR-1", "pendant");

        var during = arrived("SUR-1", 1).getFirst();
        assertThat(during.isSignedWith(former)).isTrue();
        assertThat(during.isSignedWith(current)).isTrue();

        clock.pass(Partners.OVERLAP.plusDays(1));
        tell("SUR-2", "après");
        var after = arrived("SUR-2", 1).getFirst();
        assertThat(after.isSignedWith(former)).isFalse();
        assertThat(after.isSignedWith(current)).isTrue();
    }

    @Test
    void theNextOfACaseLeavesOnlyAfterTheOneBefore() {
        server.answerStatus(500);
        IntStream.range(0, 5).forEach(i -> tell("SUR-1", "n° " + i));
        tell("SUR-2", "autre dossier");

        arrived("SUR-2", 1);
        awaitAttempts("SUR-1", 1);
        assertThat(texts("SUR-1")).containsOnly("n° 0");

        server.answerStatus(200);
        clock.pass(Fate.WAITS.getFirst().plusSeconds(1));
        await().untilAsserted(() -> assertThat(new LinkedHashSet<>(texts("SUR-1")))
                .containsExactly("n° 0", "n° 1", "n° 2", "n° 3", "n° 4"));
    }

    @Test
    void afterTenFailuresItIsGivenUpAndTheCaseGoesOn() {
        server.behave((exchange, self) ->
                exchange.sendResponseHeaders(self.told("SUR-1").size() > 10 ? 204 : 500, -1));
        tell("SUR-1", "refusé dix fois");
        tell("SUR-1", "la suite");
        for (int attempts = 1; attempts <= Fate.WAITS.size(); attempts++) {
            awaitAttempts("SUR-1", attempts);
            assertThat(texts("SUR-1")).hasSize(attempts);
            clock.pass(Fate.WAITS.get(attempts - 1).plusSeconds(1));
        }

        await().untilAsserted(
                        () -> assertThat(texts("SUR-1")).hasSize(11).last().isEqualTo("la suite"));
        var dead = webhooks.dead(mail.id(), 10);
        assertThat(dead)
                .hasSize(1)
                .allMatch(one -> one.attempts() == 10 && Integer.valueOf(500).equals(one.status()));

        assertThat(webhooks.replay(mail.id(), dead.getFirst().id())).isTrue();
        await().untilAsserted(
                        () -> assertThat(texts("SUR-1")).hasSize(12).last().isEqualTo("refusé dix fois"));
        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(webhooks.dead(mail.id(), 10)).isEmpty();
        assertThat(webhooks.replay(mail.id(), dead.getFirst().id())).isFalse();
    }

    @Test
    void allThatWasGivenUpIsReplayedInItsOrder() {
        IntStream.range(0, 3).forEach(i -> {
            tell("SUR-1", "n° " + i);
            arrived("SUR-1", i + 1);
        });
        await().untilAsserted(() -> assertThat(pending()).isZero());
        jdbc.sql("update partners.delivery set state = 'DEAD', attempts = 10 where partner = ?")
                .param(mail.id())
                .update();

        assertThat(webhooks.replayAll(mail.id())).isEqualTo(3);

        arrived("SUR-1", 6);
        assertThat(texts("SUR-1")).endsWith("n° 0", "n° 1", "n° 2");
        assertThat(server.told("SUR-1").getLast().signature().id())
                .isEqualTo(server.told("SUR-1").get(2).signature().id());
    }

    @Test
    void nobodyWaitsForAPartnerThatHangs() {
        try (var stuck = new PartnerServer()) {
            stuck.behave((exchange, self) -> self.hang());
            var library = listening("Médiathèque", stuck);
            IntStream.range(0, 3 * Lane.AT_ONCE).forEach(i -> tell(library, "M-" + i, "bloqué"));
            await().untilAsserted(() -> assertThat(stuck.told()).hasSizeGreaterThanOrEqualTo(Lane.AT_ONCE));

            IntStream.range(0, 50).forEach(i -> tell("SUR-" + i, "vite"));

            await().untilAsserted(() -> assertThat(server.told()).hasSize(50));
            assertThat(stuck.told()).hasSizeLessThan(3 * Lane.AT_ONCE);
            partners.save(library.toldAt(null));
        }
    }

    @Test
    void manyThreadsThatDispatchSendEachEventOnce() {
        var ids = ConcurrentHashMap.<String>newKeySet();
        transaction.executeWithoutResult(status -> IntStream.range(0, 200).forEach(i -> {
            webhooks.tell(mail, "SUR-" + i % 40, WebhookType.HANDOVER_MESSAGE, Map.of("text", "n° " + i));
            dispatch.wake();
        }));
        IntStream.range(0, 20).parallel().forEach(i -> dispatch.wake());

        await().untilAsserted(() -> assertThat(pending()).isZero());
        server.told().forEach(told -> ids.add(String.valueOf(told.signature().id())));
        assertThat(server.told()).hasSize(200);
        assertThat(ids).hasSize(200);
        IntStream.range(0, 40)
                .mapToObj(i -> texts("SUR-" + i))
                .forEach(texts -> assertThat(texts)
                        .isSortedAccordingTo(Comparator.comparingInt(text -> Integer.parseInt(text.substring(3)))));
    }

    /** As if the program had been killed while the partner answered. */
    @Test
    void whatAKilledNodeHadTakenIsSentByAnother() {
        partners.save(suspended(true));
        tell("SUR-1", "repris");
        jdbc.sql("update partners.delivery set next_at = next_at + interval '30 seconds' where partner = ?")
                .param(mail.id())
                .update();
        partners.save(suspended(false));
        dispatch.wake();
        tell("SUR-2", "après");
        arrived("SUR-2", 1);
        assertThat(server.told("SUR-1")).isEmpty();

        clock.pass(Duration.ofSeconds(31));

        assertThat(new HashSet<>(arrived("SUR-1", 1))).hasSize(1);
    }

    /** As if each of its threads waited for a mail server. */
    @Test
    void whatFailedIsTriedAgainWhileTheSchedulerHasNoThreadToSpare(@Autowired Scheduler tasks) {
        tasks.pause();
        try {
            server.answerStatus(500);
            tell("SUR-1", "encore");
            awaitAttempts("SUR-1", 1);
            server.answerStatus(200);
            clock.pass(Fate.WAITS.getFirst().plusSeconds(1));

            arrived("SUR-1", 2);
            await().untilAsserted(() -> assertThat(pending()).isZero());
        } finally {
            tasks.resume();
        }
    }

    @Test
    void afterAStopAndAStartWhatIsDueIsLookedForAgain(@Autowired Rounds rounds) {
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        server.answerStatus(500);
        tell("SUR-1", "après l’arrêt");
        awaitAttempts("SUR-1", 1);
        server.answerStatus(200);
        clock.pass(Fate.WAITS.getFirst().plusSeconds(1));

        rounds.start();

        assertThat(rounds.isRunning()).isTrue();
        arrived("SUR-1", 2);
    }

    @Test
    void aPartnerThatIsSuspendedIsToldAfterwards() {
        partners.save(suspended(true));
        tell("SUR-1", "plus tard");
        dispatch.wake();
        assertThat(pending()).isEqualTo(1);

        partners.save(suspended(false));
        dispatch.wake();

        arrived("SUR-1", 1);
    }

    @Test
    void nothingIsKeptForAPartnerThatOnlyTells() {
        partners.save(mail.toldAt(null));
        mail = partners.find(mail.id()).orElseThrow();

        tell("SUR-1", "personne n’écoute");

        assertThat(pending()).isZero();
    }

    @Test
    void whatWasToldIsErasedAfterAMonth() {
        tell("SUR-1", "à oublier");
        await().untilAsserted(() -> assertThat(count("DONE")).isEqualTo(1));

        webhooks.eraseOld();
        assertThat(count("DONE")).isEqualTo(1);
        clock.pass(Webhooks.DONE_KEPT.plusDays(1));
        webhooks.eraseOld();

        assertThat(count("DONE")).isZero();
    }

    private Partner listening(String name, PartnerServer where) {
        var partner = house.register(name, port).partner.toldAt(where.address());
        partners.save(partner);
        return partner;
    }

    private Partner suspended(boolean suspended) {
        return new Partner(
                mail.id(),
                mail.slug(),
                mail.name(),
                mail.application(),
                mail.source(),
                mail.site(),
                mail.unit(),
                mail.contact(),
                suspended,
                mail.webhook());
    }

    private void tell(String topic, String text) {
        tell(mail, topic, text);
    }

    private void tell(Partner partner, String topic, String text) {
        transaction.executeWithoutResult(
                status -> webhooks.tell(partner, topic, WebhookType.HANDOVER_MESSAGE, Map.of("text", text)));
    }

    private List<Told> arrived(String topic, int number) {
        await().untilAsserted(() -> assertThat(server.told(topic)).hasSizeGreaterThanOrEqualTo(number));
        return server.told(topic);
    }

    private List<String> texts(String topic) {
        return server.told(topic).stream()
                .map(told -> told.data().path("text").asString())
                .toList();
    }

    private void awaitAttempts(String topic, int attempts) {
        await().untilAsserted(() -> assertThat(jdbc.sql("""
                        select max(attempts) from partners.delivery where partner = :partner and topic = :topic
                        """)
                        .param("partner", mail.id())
                        .param("topic", topic)
                        .query(Integer.class)
                        .single())
                .isEqualTo(attempts));
    }

    private int pending() {
        return count("PENDING");
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from partners.delivery where partner = :partner and state = :state")
                .param("partner", mail.id())
                .param("state", state)
                .query(Integer.class)
                .single();
    }
}
