package fr.parvis.partners.feeds.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Settings;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists that partners publish, whatever they answer. */
@ParvisTest
class PollingTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private PollTable table;

    @Autowired
    private Polls polls;

    @Autowired
    private ListReading reading;

    @Autowired
    private Settings settings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final PublishedList list = new PublishedList();
    private PartnerProgram music;
    private UUID zoe;
    private String card;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        card = "ELEVE-" + UUID.randomUUID();
        house.link(music, zoe, card);
        feeds.save(music.partner, Enrolments.MAPPING);
        table.save(poll(list.address("/demandes?depuis=" + Poll.SINCE), Proof.NONE, null), null);
    }

    @AfterEach
    void itGoesAway() {
        list.close();
    }

    @Test
    void aChangedRecordIsOneMoreEvent() {
        list.answers(answer(record("INS-1", "Reçu")));
        read();
        read();
        list.answers(answer(record("INS-1", "Accepté")));
        read();

        assertThat(labels()).containsExactly("Demande déposée", "Décision\u00a0: acceptée");
        assertThat(list.asked())
                .extracting(PublishedList.Asked::pathAndQuery)
                .first()
                .isEqualTo("/demandes?depuis=2000-01-01T00%3A00%3A00Z");
        assertThat(list.asked().getLast().pathAndQuery()).doesNotContain("2000-01-01");
    }

    @Test
    void whatAPersonHasThereIsToldToo() {
        feeds.save(music.partner, """
            personne: </card>
            type: person.facts
            lignes:
              prets:
                texte: </loans/count> prêts à rendre
                avant: </loans/before>
            """);
        list.answers(
                "{\"data\":[{\"card\":\"%s\",\"loans\":{\"count\":2,\"before\":\"2027-05-07\"}}]}".formatted(card));
        read();

        assertThat(jdbc.sql("select content::text from partners.facts where account = :zoe")
                        .param("zoe", zoe)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("2 prêts à rendre", "2027-05-07");
    }

    @Test
    void pagesFollowEachOtherByPointer() {
        list.answers(exchange -> PublishedList.json(
                exchange,
                exchange.getRequestURI().toString().contains("page=2")
                        ? answer(record("INS-2", "Reçu"))
                        : answer(record("INS-1", "Reçu"))
                                .replace("{\"data\"", "{\"next\":\"/demandes?page=2\",\"data\"")));
        read();

        assertThat(ledger.feed(zoe)).hasSize(2);
        assertThat(progress().fault()).isNull();
    }

    @Test
    void aNextPageMayBeAQueryAlone() {
        list.answers(exchange -> PublishedList.json(
                exchange,
                exchange.getRequestURI().toString().contains("page=2")
                        ? answer(record("INS-2", "Reçu"))
                        : page("INS-1", 2).replace("/demandes?page=2", "?page=2")));
        read();

        assertThat(list.asked().getLast().pathAndQuery()).isEqualTo("/demandes?page=2");
        assertThat(ledger.feed(zoe)).hasSize(2);
    }

    @Test
    void pagesFollowEachOtherByLink() {
        table.save(
                new Poll(
                        music.partner.id(),
                        list.address("/demandes"),
                        "/data",
                        null,
                        "/until",
                        Proof.NONE,
                        null,
                        5,
                        true),
                null);
        list.answers(exchange -> {
            boolean first = !exchange.getRequestURI().toString().contains("page=2");
            if (first) {
                exchange.getResponseHeaders()
                        .add("Link", "</demandes>; rel=\"self\", </demandes?page=2>; rel=\"next\"");
            }
            PublishedList.json(
                    exchange,
                    answer(record(first ? "INS-1" : "INS-2", "Reçu")).replace("{\"data\"", "{\"until\":42,\"data\""));
        });
        read();

        assertThat(ledger.feed(zoe)).hasSize(2);
        assertThat(progress().cursor()).isEqualTo("42");
    }

    @Test
    void aQuietAnswerLeavesThePartnersOwnCursor() {
        table.save(withCursor(), null);
        list.answers(answer(record("INS-1", "Reçu")).replace("{\"data\"", "{\"until\":42,\"data\""));
        read();
        list.answers(answer());
        read();
        read();

        assertThat(list.asked().getLast().pathAndQuery()).isEqualTo("/demandes?depuis=42");
        assertThat(progress().cursor()).isEqualTo("42");
    }

    @Test
    void anEmptyLastPageLeavesTheCursorOfTheOnesBefore() {
        table.save(withCursor(), null);
        list.answers(exchange -> PublishedList.json(
                exchange,
                exchange.getRequestURI().toString().contains("page=2")
                        ? answer()
                        : page("INS-1", 2).replace("{\"next\"", "{\"until\":42,\"next\"")));
        read();

        assertThat(progress().cursor()).isEqualTo("42");
    }

    @Test
    void ourClockIsNoCursorOfThePartners() {
        list.answers(answer(record("INS-1", "Reçu")));
        read();
        table.save(withCursor(), null);
        read();

        assertThat(list.asked().getLast().pathAndQuery()).contains("depuis=2000-01-01");
    }

    @Test
    void aNextPageElsewhereIsNotAsked() throws Exception {
        try (var elsewhere = new PublishedList()) {
            list.answers("{\"next\":\"" + elsewhere.address("/vol") + "\",\"data\":[]}");
            read();

            assertThat(progress().fault()).contains("un autre site");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void pagesThatGoRoundAreLeft() {
        list.answers(answer(record("INS-1", "Reçu")).replace("{\"data\"", "{\"next\":\"/demandes?page=2\",\"data\""));
        read();

        assertThat(progress().fault()).contains("tournent en rond");
        assertThat(ledger.feed(zoe)).as("what came is kept").hasSize(1);
        assertThat(progress().cursor()).as("but not as read").isNull();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        list.answers(exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", "\"v1\"");
                PublishedList.json(exchange, answer(record("INS-1", "Reçu")));
            }
        });
        read();
        read();

        assertThat(list.asked().getLast().headers()).containsEntry("If-none-match", "\"v1\"");
        assertThat(progress().fault()).isNull();
        assertThat(ledger.feed(zoe)).hasSize(1);
    }

    @Test
    void theSecretIsSealedAndSent() {
        for (var sent : Map.of(
                        Proof.BEARER, Map.entry("Authorization", "Bearer s3cret"),
                        Proof.BASIC, Map.entry("Authorization", "Basic WC1DbGU6czNjcmV0"),
                        Proof.API_KEY, Map.entry("X-cle", "s3cret"))
                .entrySet()) {
            var proof = sent.getKey();
            var name = proof == Proof.BEARER ? null : "X-Cle";
            polls.save(inactive(list.address("/demandes"), proof, name), "s3cret");
            assertThat(new String(
                            table.secret(music.partner.id()).orElseThrow(),
                            java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("s3cret");
            table.save(
                    poll(list.address("/demandes"), proof, name),
                    table.secret(music.partner.id()).orElseThrow());
            read();
            assertThat(list.asked().getLast().headers()).contains(sent.getValue());
        }
    }

    @Test
    void anAnswerThatCannotBeUsedIsExplained() {
        list.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        assertThat(fault()).isEqualTo("l’adresse répond HTTP 500");
        list.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(fault()).contains("renvoie ailleurs");
        list.answers("{\"data\":[");
        assertThat(fault()).isEqualTo("la réponse n’est pas du JSON");
        list.answers("{\"autre\":[]}");
        assertThat(fault()).contains("pas de liste à « /data »");
        list.answers("{\"data\":[\"" + "x".repeat(5_000_000) + "\"]}");
        assertThat(fault()).contains("la réponse fait plus de 5");
        assertThat(progress().failures()).isEqualTo(5);
        list.answers(answer(record("INS-1", "Reçu")));
        read();
        assertThat(progress().failures()).isZero();
        assertThat(ledger.feed(zoe)).hasSize(1);
    }

    @Test
    void aCursorThatCannotBeReadIsAFailure() {
        table.save(withCursor(), null);
        list.answers(answer(record("INS-1", "Reçu")).replace("{\"data\"", "{\"until\":\"4\\u00002\",\"data\""));

        assertThat(fault()).contains("caractère de contrôle");
        assertThat(progress().failures()).isEqualTo(1);
    }

    @Test
    void whatFailsAtOursIsCountedToo() {
        table.save(withCursor(), null);
        list.answers(answer(record("INS-1", "Reçu")).replace("{\"data\"", "{\"until\":\"" + card + "\",\"data\""));
        jdbc.sql("alter table partners.feed_poll add constraint broken check (cursor <> '" + card + "')")
                .update();
        try {
            assertThat(reading.read(music.partner.id())).contains(Duration.ofMinutes(10));
        } finally {
            jdbc.sql("alter table partners.feed_poll drop constraint broken").update();
        }

        assertThat(progress().fault()).contains("échoué chez nous");
        assertThat(progress().failures()).isEqualTo(1);
        assertThat(ledger.feed(zoe)).as("its events go with the cursor").isEmpty();
    }

    @Test
    void aPartnerThatNeverEndsItsAnswerIsLeft() throws InterruptedException {
        var end = new CountDownLatch(1);
        list.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });
        var impatient = new ListFetch(settings, Duration.ofSeconds(1));

        assertThatThrownBy(() -> impatient.fetch(
                        poll(list.address("/"), Proof.NONE, null), progress(), "", URI.create(list.address("/"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ne répond pas");
        end.countDown();
    }

    @Test
    void aTownsProgramAsksNothingOfItsOwnNetwork() {
        var town = Settings.from(Map.of("PARVIS_BASE_URL", "https://demarches.ville.example"));
        var fetch = new ListFetch(town, Duration.ofSeconds(1));

        for (var address : List.of("http://169.254.169.254/", "http://10.0.0.1/", list.address("/"), "http://[::1]/")) {
            assertThatThrownBy(() -> fetch.fetch(poll(address, Proof.NONE, null), progress(), "", URI.create(address)))
                    .hasMessageContaining("réseau privé");
        }
        assertThat(list.asked()).isEmpty();
    }

    @Test
    void aBadRecordKeepsNoOtherOut() {
        list.answers(answer(
                record("INS-1", "Reçu"), "3", "null", record("INS-2", "Reçu").replace("04/12/2026", "demain")));
        read();

        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(progress().fault()).isNull();
    }

    @Test
    void aPartnerInTroubleIsAskedLessOften() {
        var poll = poll(list.address("/"), Proof.NONE, null);

        assertThat(poll.pause(0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(poll.pause(1)).isEqualTo(Duration.ofMinutes(10));
        assertThat(poll.pause(3)).isEqualTo(Duration.ofMinutes(40));
        assertThat(poll.pause(1_000)).isEqualTo(Duration.ofMinutes(320));
        table.save(inactive(list.address("/"), Proof.NONE, null), null);
        assertThat(reading.read(music.partner.id())).isEmpty();
        assertThat(list.asked()).isEmpty();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String fault() {
        read();
        return String.valueOf(progress().fault());
    }

    private void read() {
        assertThat(reading.read(music.partner.id())).isPresent();
    }

    private Progress progress() {
        return table.progress(music.partner.id()).orElseThrow();
    }

    private Poll poll(String address, Proof proof, @Nullable String name) {
        return new Poll(music.partner.id(), address, "/data", "/next", null, proof, name, 5, true);
    }

    /** The same list, whose answers say up to where they go. */
    private Poll withCursor() {
        return new Poll(
                music.partner.id(),
                list.address("/demandes?depuis=" + Poll.SINCE),
                "/data",
                "/next",
                "/until",
                Proof.NONE,
                null,
                5,
                true);
    }

    private Poll inactive(String address, Proof proof, @Nullable String name) {
        return new Poll(music.partner.id(), address, "/data", "/next", null, proof, name, 5, false);
    }

    private static String answer(String... records) {
        return "{\"data\":[" + String.join(",", records) + "]}";
    }

    private String page(String number, int next) {
        return answer(record(number, "Reçu"))
                .replace("{\"data\"", "{\"next\":\"/demandes?page=" + next + "\",\"data\"");
    }

    private String record(String number, String status) {
        return """
            {"numero": "%s", "carte": "%s", "cours": "piano", "statut": "%s", "rang": 1, "etape": "Étude",
             "solde": 12.4, "echeance": "04/12/2026"}\
            """.formatted(number, card, status);
    }

    private List<String> labels() {
        return ledger.events(ledger.feed(zoe).getFirst().reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }
}
