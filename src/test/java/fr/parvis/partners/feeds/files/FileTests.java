package fr.parvis.partners.feeds.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.Digests;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFile.State;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that a partner's program sends, over HTTP. */
@ParvisTest
class FileTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedFiles files;

    @Autowired
    private FeedFileTable table;

    @Autowired
    private FileReading reading;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

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
    }

    @Test
    void eachLineIsAcknowledged() {
        var file = sent(Enrolments.HEADER
                + Enrolments.line("INS-1", card, "Reçu")
                + Enrolments.line("=cmd|' /C calc'!A0", card, "Reçu")
                + "INS-3;une;ligne;trop;courte\r\n"
                + Enrolments.line("INS-4", "inconnu", "Reçu"));

        assertThat(ledger.feed(zoe)).hasSize(2);
        assertThat(acknowledgement(file))
                .startsWith("\ufeff\"ligne\";\"evenement\";\"etat\";\"code\";\"explication\"\r\n")
                .contains("\"2\";\"INS-1/1\";\"applied\";\"\";\"\"\r\n")
                .contains("\"3\";\"'=cmd|' /C calc'!A0/1\";\"applied\"")
                .contains("\"4\";\"\";\"refused\";\"wrong-columns\";")
                .contains("\"5\";\"INS-4/1\";\"refused\";\"unknown-person\";");
    }

    @Test
    void aLineThatNoCalendarHoldsCostsOnlyItself() {
        var endless = Enrolments.line("INS-2", card, "Reçu").replace("04/12/2026", "01/01/+99999999");

        var file = sent(Enrolments.HEADER
                + Enrolments.line("INS-1", card, "Reçu")
                + endless
                + Enrolments.line("INS-3\u0007", card, "Reçu")
                + Enrolments.line("N° 4/a", card, "Reçu"));

        assertThat(acknowledgement(file))
                .contains("\"2\";\"INS-1/1\";\"applied\"", "\"3\";\"INS-2/1\";\"refused\";\"bad-dates\"")
                .contains("\"4\";\"\";\"refused\";\"bad-text\"", "\"5\";\"N° 4/a/1\";\"applied\"");
        assertThat(ledger.feed(zoe)).hasSize(2);
        assertThat(jdbc.sql("select path from partners.foreign_case where owner = :owner order by key")
                        .param("owner", zoe)
                        .query(String.class)
                        .list())
                .containsExactly("/dossiers/INS-1", "/dossiers/N%C2%B0%204%2Fa");
    }

    @Test
    void theSameFileTwiceIsTheSameFile() {
        var csv = Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu");
        var first = sent(csv);

        var again = music.sendFile(csv);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id").asString()).isEqualTo(first);
        assertThat(ledger.feed(zoe)).hasSize(1);
    }

    @Test
    void whatWasTrueBeforeAndIsTrueAgainIsReadAgain() {
        var received = Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu");
        var first = sent(received);
        sent(Enrolments.HEADER + Enrolments.line("INS-1", card, "À l’étude"));

        assertThat(sent(received)).isEqualTo(first);
        assertThat(acknowledgement(first)).contains("\"INS-1/3\";\"applied\"");
        assertThat(music.sendFile(received).status())
                .as("nothing came in between")
                .isEqualTo(200);
    }

    @Test
    void filesOfAPartnerAreReadInTheOrderInWhichTheyCame() {
        var first = kept(Enrolments.line("INS-1", card, "Reçu"));
        var second = kept(Enrolments.line("INS-1", card, "À l’étude"));

        assertThat(reading.read(second)).as("the first one waits").isFalse();
        assertThat(state(music, second.toString())).isEqualTo("received");
        assertThat(reading.read(first)).isTrue();
        awaitRead(second.toString());

        assertThat(acknowledgement(first.toString())).contains("\"INS-1/1\";\"applied\"");
        assertThat(acknowledgement(second.toString())).contains("\"INS-1/2\";\"applied\"");
    }

    @Test
    void aFileThatNobodyCanReadKeepsOthersWaitingForAnHourOnly() {
        var first = kept(Enrolments.line("INS-1", card, "Reçu"));
        var second = kept(Enrolments.line("INS-2", card, "Reçu"));
        jdbc.sql("update partners.feed_file set received_at = received_at - interval '61 minutes' where id = :id")
                .param("id", first)
                .update();

        assertThat(reading.read(second)).isTrue();
        assertThat(state(music, second.toString())).isEqualTo("read");
    }

    @Test
    void aFileReadAgainTakesWhatItCanTakeNow() {
        var late = "ELEVE-" + UUID.randomUUID();
        var file = sent(
                Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu") + Enrolments.line("INS-2", late, "Reçu"));
        assertThat(acknowledgement(file)).contains("unknown-person");
        house.link(music, zoe, late);

        files.replay(files.find(music.partner, UUID.fromString(file)).orElseThrow());
        awaitRead(file);

        assertThat(acknowledgement(file)).contains("\"INS-1/1\";\"unchanged\"", "\"INS-2/1\";\"applied\"");
        assertThat(ledger.feed(zoe)).hasSize(2);
    }

    @Test
    void aFileReadAgainBringsNothingOldBack() {
        var late = "ELEVE-" + UUID.randomUUID();
        var monday = sent(
                Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu") + Enrolments.line("INS-2", late, "Reçu"));
        sent(Enrolments.HEADER + Enrolments.line("INS-1", card, "Accepté"));
        house.link(music, zoe, late);

        files.replay(files.find(music.partner, UUID.fromString(monday)).orElseThrow());
        awaitRead(monday);

        assertThat(acknowledgement(monday))
                .contains("\"2\";\"\";\"late\";\"\";\"Un envoi plus récent", "\"3\";\"INS-2/1\";\"applied\"");
        assertThat(ledger.feed(zoe).stream()
                        .filter(item -> ledger.events(item.reference()).size() > 1))
                .singleElement()
                .satisfies(item -> assertThat(ledger.events(item.reference()))
                        .extracting(TimelineEvent::label)
                        .containsExactly("Demande déposée", "Décision\u00a0: acceptée"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename",
                "attachment; filename*=UTF-8''%ZZ.csv",
                "attachment; filename*=UTF-9''a.csv",
                ";;"
            })
    void aNameThatCannotBeReadCostsNoFile(String disposition) {
        var answer = music.sendFile(Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu"), disposition);

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void aFileThatSaysNothingIsExplained() {
        assertThat(acknowledgement(sent("nom;prenom\r\nMartin;Zoé\r\n"))).contains("missing-columns", "« numero »");
        assertThat(acknowledgement(sent("PK"))).contains("not-a-workbook");
        assertThat(music.sendFile("").code()).isEqualTo("empty-file");
    }

    @Test
    void aPartnerWithoutMappingIsTold() {
        var other = house.register("Autre", port);
        var file = other.sendFile(Enrolments.HEADER).body().path("id").asString();
        await().until(() -> !state(other, file).equals("received"));

        assertThat(other.get(FeedFileController.PATH + "/" + file)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("no-mapping");
    }

    @Test
    void aReadingFromBeforeTheFileCameAgainCountsForNothing() {
        var id = kept(Enrolments.line("INS-1", card, "Reçu"));
        var found = table.find(id).orElseThrow();
        table.receiveAgain(id, Channel.API, "b.csv");

        reading.read(found);
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(State.RECEIVED);
        assertThat(table.lines(id)).isEmpty();
        assertThat(ledger.feed(zoe)).isEmpty();

        assertThat(reading.read(id)).isTrue();
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(State.READ);
        assertThat(ledger.feed(zoe)).hasSize(1);
    }

    @Test
    void anotherPartnersFilesAreNotThere() {
        var file = sent(Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu"));
        var other = house.register("Autre", port);

        assertThat(other.get(FeedFileController.PATH + "/" + file).code()).isEqualTo("no-such-file");
        assertThat(other.fetchText(FeedFileController.PATH + "/" + file + "/accuse"))
                .doesNotContain("INS-1");
    }

    /** Kept without a word to the scheduler. */
    private UUID kept(String lines) {
        var id = UUID.randomUUID();
        table.insert(
                new FeedFile(id, music.partner.id(), Channel.API, "a.csv", State.RECEIVED, Instant.EPOCH, 0, null),
                Digests.of(id.toString()),
                (Enrolments.HEADER + lines).getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private String sent(String csv) {
        var answer = music.sendFile(csv);
        assertThat(answer.status()).isEqualTo(202);
        var file = answer.body().path("id").asString();
        awaitRead(file);
        return file;
    }

    private void awaitRead(String file) {
        await().until(() -> !state(music, file).equals("received"));
    }

    private static String state(PartnerProgram program, String file) {
        return program.get(FeedFileController.PATH + "/" + file)
                .body()
                .path("state")
                .asString();
    }

    private String acknowledgement(String file) {
        return music.fetchText(FeedFileController.PATH + "/" + file + "/accuse");
    }
}
