package fr.parvis.demo.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.courrier.Courrier;
import fr.parvis.demo.stationnement.Stationnement;
import fr.parvis.partners.signing.Signature;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vendors of the demo as programs: pages, buttons, what the resident sees of them, and a restart. */
@ParvisTest
class HousesTests {

    private static final String HANDED_OVER = """
            {"specversion": "1.0", "id": "1", "type": "fr.parvis.handover.opened.v1", "source": "https://parvis.example",
             "data": {"reference": "PRV-2026-000001", "title": "Banc cassé"}}""";

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aButtonAtTheConservatoireIsSeenByTheResidentAndSurvivesARestart() throws IOException {
        var vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        try (var program =
                start(new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock), vendor)) {
            press(program, "inscrire", Conservatoire.MEMBER);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ledger.feed(vendor.resident()).size() == 2);
            assertThat(ledger.feed(vendor.resident()))
                    .extracting(item -> item.title())
                    .containsExactlyInAnyOrder("Inscription : Cours de piano", "Inscription : Cours de violon");
        }
        try (var program =
                start(new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock), vendor)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !page(program).contains("à envoyer"));
            assertThat(page(program))
                    .contains("Cours de piano", "Cours de violon")
                    .doesNotContain("refusé,");
            assertThat(ledger.feed(vendor.resident())).hasSize(2);
        }
    }

    @Test
    void parkingTellsWhatIsDueAndTheBalance() throws IOException {
        var vendor = sandbox.vendor("Parking Zola", Stationnement.TABLES, Stationnement.MEMBER);
        try (var program = start(
                new Stationnement(vendor.database(), vendor.outbox(), vendor.connection(), clock, new Random(7)),
                vendor)) {
            press(program, "stationner", "ABO-00001");
            await().atMost(Duration.ofSeconds(30)).until(() -> facts(vendor).contains("1000"));

            assertThat(ledger.feed(vendor.resident()).getFirst().standing().todo())
                    .isEqualTo("Régler 18,00\u00a0€");
            press(program, "encaisser", "ABO-00001");
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            ledger.feed(vendor.resident()).getFirst().standing().todo() == null);
        }
    }

    @Test
    void theMailRoomTakesWhatTheTownSignedOnce() throws Exception {
        var vendor = sandbox.vendor("Mairie-courrier", Courrier.TABLES, Courrier.MEMBER);
        var house = new Courrier(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        try (var program = start(house, vendor)) {
            assertThat(post(program, vendor.connection().key(), "msg_1", clock.instant()))
                    .isEqualTo(204);
            assertThat(post(program, vendor.connection().key(), "msg_1", clock.instant()))
                    .isEqualTo(204);
            assertThat(post(program, new byte[32], "msg_2", clock.instant())).isEqualTo(401);
            assertThat(post(
                            program,
                            vendor.connection().key(),
                            "msg_3",
                            clock.instant().minusSeconds(3_600)))
                    .isEqualTo(401);

            assertThat(page(program).split("PRV-2026-000001", -1)).hasSize(2);
            assertThat(vendor.database()
                            .jdbc()
                            .sql("select body from outbox where body like '%PRV-2026-000001%'")
                            .query(String.class)
                            .single())
                    .contains("\"reference\":\"PRV-2026-000001\"", "case.opened");
        }
    }

    @Test
    void lettersThatComeTogetherHaveNumbersOfTheirOwn() {
        var vendor = sandbox.vendor("Mairie-courrier", Courrier.TABLES, Courrier.MEMBER);
        var house = new Courrier(vendor.database(), vendor.outbox(), vendor.connection(), clock);

        IntStream.range(0, 20).parallel().forEach(i -> house.act("enregistrer", Map.of("thing", Courrier.MEMBER)));

        assertThat(house.page()).contains("COURRIER-1<", "COURRIER-20<").doesNotContain("COURRIER-21<");
    }

    @Test
    void aPageElsewhereCannotPressTheButtons() throws IOException {
        var vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        try (var program =
                start(new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock), vendor)) {
            var elsewhere = new Browser(program.address().getPort()).with("Sec-Fetch-Site", "cross-site");

            assertThat(elsewhere
                            .post("/guichet", "action", "inscrire", "thing", Conservatoire.MEMBER)
                            .status())
                    .isEqualTo(403);
            assertThat(page(program)).doesNotContain("Cours de violon");
        }
    }

    private static VendorProgram start(House house, Sandbox.Vendor vendor) throws IOException {
        var program = VendorProgram.start(0, house, vendor.outbox());
        program.connect();
        return program;
    }

    private static void press(VendorProgram program, String action, String thing) {
        var answer = new Browser(program.address().getPort()).post("/guichet", "action", action, "thing", thing);
        assertThat(answer.status()).isEqualTo(303);
    }

    private static String page(VendorProgram program) {
        return new Browser(program.address().getPort()).get("/guichet").body();
    }

    private static int post(VendorProgram program, byte[] key, String id, Instant at) throws Exception {
        var body = HANDED_OVER.getBytes(StandardCharsets.UTF_8);
        var signature = Signature.of(id, at, body, List.of(key));
        var request = HttpRequest.newBuilder(program.address().resolve("/messages"))
                .header(Signature.ID, id)
                .header(Signature.TIMESTAMP, String.valueOf(signature.timestamp()))
                .header(Signature.VALUE, String.valueOf(signature.value()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private String facts(Sandbox.Vendor vendor) {
        return jdbc.sql("select content::text from partners.facts where account = :account")
                .param("account", vendor.resident())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
