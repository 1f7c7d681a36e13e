package fr.parvis.partners.feeds.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists each page of which takes as long as a whole reading may, and lists that hang. */
@ParvisTest
class SlowListTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private PollTable table;

    @Autowired
    private ListReading reading;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    @LocalServerPort
    private int port;

    private final PublishedList list = new PublishedList();
    private Partner music;
    private UUID zoe;
    private String card;

    @BeforeEach
    void somebodyIsKnownThere() {
        var program = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        card = "ELEVE-" + UUID.randomUUID();
        house.link(program, zoe, card);
        music = program.partner;
        publishes(music);
    }

    @AfterEach
    void itGoesAway() {
        clock.reset();
        list.close();
    }

    @Test
    void itIsReadInTurns() {
        list.answers(exchange -> {
            clock.pass(ListReading.LONGEST);
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            var asked = exchange.getRequestURI().toString();
            PublishedList.json(
                    exchange,
                    asked.contains("page=3") ? page(3, null) : asked.contains("page=2") ? page(2, 3) : page(1, 2));
        });
        var begun = clock.instant();

        assertThat(reading.read(music.id())).contains(ListReading.REST);
        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(progress().cursor()).isNull();
        assertThat(reading.read(music.id())).contains(ListReading.REST);
        assertThat(reading.read(music.id())).contains(Duration.ofMinutes(Poll.MOST_MINUTES));

        assertThat(ledger.feed(zoe)).hasSize(3);
        assertThat(list.asked())
                .extracting(PublishedList.Asked::pathAndQuery)
                .containsExactly("/demandes", "/demandes?page=2", "/demandes?page=3");
        assertThat(Instant.parse(String.valueOf(progress().cursor())))
                .as("what changed since the first page is read again")
                .isBefore(begun);
        assertThat(progress().etag()).as("of no single page").isNull();
    }

    @Test
    void aPageThatIsGoneIsNotAskedForEver() {
        list.answers(exchange -> {
            clock.pass(ListReading.LONGEST);
            if (exchange.getRequestURI().toString().contains("page=2")) {
                exchange.sendResponseHeaders(410, -1);
            } else {
                PublishedList.json(exchange, page(1, 2));
            }
        });

        for (int i = 0; i < 4; i++) {
            assertThat(reading.read(music.id())).isPresent();
        }

        assertThat(list.asked())
                .extracting(PublishedList.Asked::pathAndQuery)
                .containsExactly("/demandes", "/demandes?page=2", "/demandes?page=2", "/demandes");
    }

    @Test
    void whoAsksForAllOfItAgainMeanwhileGetsIt() {
        list.answers(exchange -> {
            clock.pass(ListReading.LONGEST);
            table.rewind(music.id());
            PublishedList.json(exchange, page(1, list.asked().size() > 1 ? null : 2));
        });

        assertThat(reading.read(music.id())).isPresent();
        assertThat(reading.read(music.id())).isPresent();

        assertThat(list.asked())
                .extracting(PublishedList.Asked::pathAndQuery)
                .containsExactly("/demandes", "/demandes");
        assertThat(progress().cursor())
                .as("of a reading that nobody asked to begin anew")
                .isNull();
    }

    @Test
    void anotherListIsNotGoneOnWith() {
        list.answers(exchange -> {
            clock.pass(ListReading.LONGEST);
            publishes(music, "/autres");
            PublishedList.json(exchange, page(1, 2));
        });

        assertThat(reading.read(music.id())).isPresent();
        assertThat(reading.read(music.id())).isPresent();

        assertThat(list.asked()).extracting(PublishedList.Asked::pathAndQuery).containsExactly("/demandes", "/autres");
    }

    @Test
    void listsThatHangLeaveThreadsToOthers() {
        var end = new CountDownLatch(1);
        list.answers(exchange -> {
            hang(end);
            PublishedList.json(exchange, page(1, null));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of("Piscine", "Cantine").forEach(name -> {
                var hanging = house.register(name, port).partner;
                publishes(hanging);
                threads.execute(() -> reading.read(hanging.id()));
            });
            await().until(() -> list.asked().size() == 2);

            assertThat(reading.read(music.id())).contains(ListReading.ANOTHER_TURN);
            assertThat(list.asked()).hasSize(2);
            end.countDown();
        }
        assertThat(reading.read(music.id())).contains(Duration.ofMinutes(Poll.MOST_MINUTES));
        assertThat(list.asked()).hasSize(3);
    }

    private void publishes(Partner partner) {
        feeds.save(partner, Enrolments.MAPPING);
        publishes(partner, "/demandes");
    }

    private void publishes(Partner partner, String path) {
        table.save(
                new Poll(
                        partner.id(),
                        list.address(path),
                        "/data",
                        "/next",
                        null,
                        Proof.NONE,
                        null,
                        Poll.MOST_MINUTES,
                        true),
                null);
    }

    private static void hang(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Progress progress() {
        return table.progress(music.id()).orElseThrow();
    }

    private String page(int number, @Nullable Integer next) {
        return """
            {"next": %s, "data": [{"numero": "INS-%d", "carte": "%s", "cours": "piano", "statut": "Reçu", "rang": 1,
             "etape": "Étude", "solde": 12.4, "echeance": "04/12/2026"}]}
            """.formatted(next == null ? null : "\"/demandes?page=" + next + "\"", number, card);
    }
}
