package fr.parvis.partners.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.French;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.feeds.desk.MappingPage;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A library that can only drop a list every night has its line on "Mon fil". */
@ParvisTest
class FactFeedTests {

    private static final String FILES = "/api/v1/partenaires/fichiers/";
    private static final String HEADER = "carte;prets;retour;solde\r\n";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private MovingClock clock;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PartnerProgram library;
    private UUID zoe;
    private Browser browser;
    private String card;

    @BeforeEach
    void somebodyIsKnownThere() {
        library = house.register("Médiathèque", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        browser = doorman.admit(zoe, new Browser(port));
        card = "M-" + UUID.randomUUID();
        house.link(library, zoe, card);
        assertThat(feeds.save(library.partner, MappingPage.FACTS_EXAMPLE)).isInstanceOf(MappingOutcome.Good.class);
    }

    @Test
    void aLineOfTheFileIsTheLineOfTheService() {
        assertThat(drop(line(card, "2", "12,40"))).contains("\"personne:" + card + "/1\";\"applied\"");

        assertThat(feed()).contains("2 prêts à rendre avant " + deadline() + " · solde\u00a0: 12,40\u00a0€");
    }

    @Test
    void theNextNightReplacesItAndWhatIsEmptyIsNotShown() {
        drop(line(card, "2", "12,40"));
        assertThat(drop(line(card, "1", "0,00"))).contains("\"applied\"");
        assertThat(feed()).contains("1 prêt à rendre avant").doesNotContain("solde");

        assertThat(drop(line(card, "1", "0,00") + line("M-autre", "3", "")))
                .contains("\"2\";\"personne:" + card + "/2\";\"unchanged\"");
        assertThat(drop(line(card, "0", ""))).contains("\"applied\"");
        assertThat(feed()).doesNotContain("à rendre", "solde");
    }

    @Test
    void nothingIsKeptOfWhoLinkedNothing() {
        var stranger = "M-" + UUID.randomUUID();

        assertThat(drop(line(stranger, "2", "12,40"))).contains("\"2\";\"\";\"unchanged\";\"unknown-person\"");
        assertThat(rows("refusal")).isZero();
        assertThat(rows("feed_record")).isZero();
        assertThat(rows("event")).isZero();

        house.link(library, zoe, stranger);
        assertThat(drop(line(stranger, "2", "12,40") + "\r\n")).contains("\"applied\"");
    }

    @Test
    void whoComesBackIsToldAgain() {
        drop(line(card, "2", "12,40"));
        var link = links.of(zoe).getFirst().id();
        links.unlink(zoe, link);
        assertThat(drop(line(card, "2", "12,40") + "\r\n")).contains("unknown-person");

        house.link(library, zoe, card);
        assertThat(drop(line(card, "2", "12,40") + "\r\n\r\n")).contains("\"personne:" + card + "/2\";\"applied\"");
        assertThat(feed()).contains("2 prêts à rendre");
    }

    @Test
    void whatWasPushedIsReplacedToo() {
        library.pushOne(library.event(
                "person.facts",
                "",
                41,
                Map.of("person", Map.of("member", card), "facts", List.of(Map.of("text", "7 prêts")))));
        assertThat(feed()).contains("7 prêts");

        assertThat(drop(line(card, "2", "12,40"))).contains("\"personne:" + card + "/42\";\"applied\"");
        assertThat(feed()).contains("2 prêts à rendre").doesNotContain("7 prêts");
    }

    @Test
    void aValueThatCannotBeIsExplained() {
        assertThat(drop(line(card, "2", "douze")))
                .contains("\"refused\";\"bad-value\"", "« douze »", "« lignes.solde.somme »");
        assertThat(feed()).doesNotContain("2 prêts");
    }

    @Test
    void oneFileMayTellOfCasesAndOfPeople() {
        feeds.save(library.partner, """
            dossier: <carte>/<prets>
            personne: <carte>
            titre: Réservation, <prets>
            type:
              de: <retour>
              table:
                réservé: case.opened
              sinon: person.facts
            lignes:
              prets:
                texte: <prets> prêts
                a_faire: oui
            """);

        assertThat(drop(card + ";Le Horla;réservé;\r\n" + card + ";3;;\r\n".replace(";;", ";compte;")))
                .doesNotContain("refused");
        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(feed()).containsSubsequence("À vous de jouer", "3 prêts");
    }

    @Test
    void aTrialShowsTheFactsOfWhomeverItIs() {
        var mapping = feeds.mapping(library.partner).orElseThrow();
        var record = tools.jackson.databind.json.JsonMapper.shared()
                .createObjectNode()
                .put("carte", "M-inconnu")
                .put("prets", "2")
                .put("retour", "04/12/2026")
                .put("solde", "12,40");

        var shown = feeds.rehearse(library.partner, mapping, List.of(new Row(1, record, null)))
                .getFirst();
        assertThat(shown.fault()).isNull();
        assertThat(shown.events()).contains("person.facts", "2 prêts à rendre", "2026-12-04", "1240");
        assertThat(rows("event")).isZero();
    }

    private String line(String reader, String loans, String balance) {
        return String.join(";", reader, loans, day().format(DateTimeFormatter.ofPattern("dd/MM/uuuu")), balance)
                + "\r\n";
    }

    private LocalDate day() {
        return French.day(clock.instant()).plusDays(3);
    }

    private String deadline() {
        return French.deadline(day(), French.day(clock.instant()));
    }

    /** Drops a file and gives its acknowledgement. */
    private String drop(String lines) {
        var answer = library.sendFile(HEADER + lines);
        assertThat(answer.status()).isEqualTo(202);
        var file = FILES + answer.body().path("id").asString();
        await().until(() -> !library.get(file).body().path("state").asString().equals("received"));
        return library.fetchText(file + "/accuse");
    }

    private String feed() {
        return browser.get("/mon-fil").body();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from partners." + table + " where partner = :partner")
                .param("partner", library.partner.id())
                .query(Long.class)
                .single();
    }
}
