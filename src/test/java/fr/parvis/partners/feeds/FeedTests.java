package fr.parvis.partners.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.AccountClosed;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.feeds.RowOutcome.Status;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records become events once each time that they say something new. */
@ParvisTest
class FeedTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionTemplate transaction;

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
    void eachChangeOfARecordIsAnEventAndTheRestIsNone() {
        assertThat(take(record("Reçu"))).containsExactly(Status.APPLIED);
        assertThat(take(record("Reçu"))).containsExactly(Status.UNCHANGED);
        assertThat(take(record("À l’étude"), record("À régler"), record("À régler")))
                .containsExactly(Status.APPLIED, Status.APPLIED, Status.UNCHANGED);
        assertThat(take(record("Accepté"))).containsExactly(Status.APPLIED);

        assertThat(labels())
                .containsExactly(
                        "Demande déposée", "Étude", "À régler\u00a0: 12,40\u00a0€", "Décision\u00a0: acceptée");
    }

    @Test
    void aCaseSeenLateIsOpenedFirst() {
        assertThat(take(record("Accepté"))).containsExactly(Status.APPLIED);

        assertThat(labels()).containsExactly("Demande déposée", "Décision\u00a0: acceptée");
        assertThat(take(record("Accepté"))).containsExactly(Status.UNCHANGED);
    }

    @Test
    void aBadRecordKeepsNoOtherOutAndIsToldOnce() {
        var late = record("Reçu").put("numero", "INS-2").put("echeance", "31/02/2027");
        var whose = record("Reçu").put("numero", "INS-3").put("carte", "");

        assertThat(take(late, whose, record("Reçu"))).containsExactly(Status.REFUSED, Status.REFUSED, Status.APPLIED);
        assertThat(take(late, whose)).containsExactly(Status.REFUSED, Status.REFUSED);
        assertThat(refusals()).containsExactly("bad-value", "bad-person");
        assertThat(take(late.put("echeance", "28/02/2027"))).containsExactly(Status.APPLIED);
    }

    @Test
    void whatTheDatabaseRefusesIsToldOnceToo() {
        jdbc.sql("alter table partners.feed_record add constraint broken check (name <> '" + card
                        + "' or code is not null)")
                .update();
        try {
            var broken = record("Reçu").put("numero", card);
            assertThat(take(broken, record("Reçu"))).containsExactly(Status.REFUSED, Status.APPLIED);
            assertThat(take(broken, record("Reçu"))).containsExactly(Status.REFUSED, Status.UNCHANGED);
        } finally {
            jdbc.sql("alter table partners.feed_record drop constraint broken").update();
        }

        assertThat(refusals()).containsExactly("cannot-be-kept");
    }

    @Test
    void ofARefusedRecordOnlyWhatTheMappingLooksAtIsKept() {
        take(record("Reçu").put("echeance", "31/02/2027").put("medecin", "Dr Petit"));

        assertThat(jdbc.sql("select content from partners.refusal where partner = :partner")
                        .param("partner", music.partner.id())
                        .query((row, number) -> row.getString(1))
                        .single())
                .contains("\"echeance\":\"31/02/2027\"", card)
                .doesNotContain("medecin", "Petit");
    }

    @Test
    void whoLinksAnAccountLaterFindsTheCase() {
        var leo = "ELEVE-" + UUID.randomUUID();
        var unknown = record("Accepté").put("carte", leo);

        assertThat(take(unknown)).containsExactly(Status.REFUSED);
        assertThat(take(unknown)).containsExactly(Status.REFUSED);
        assertThat(refusals()).containsExactly("unknown-person", "unknown-person");
        house.link(music, zoe, leo);
        assertThat(take(unknown)).containsExactly(Status.APPLIED);
        assertThat(labels()).containsExactly("Demande déposée", "Décision\u00a0: acceptée");
    }

    @Test
    void numbersOfThePartnersOwnAreKept() {
        feeds.save(music.partner, Enrolments.MAPPING.replace("suite: auto", "suite: <rang>"));
        var second = record("À l’étude").put("rang", "2");

        assertThat(take(second)).containsExactly(Status.WAITING);
        assertThat(take(record("Reçu"), second)).containsExactly(Status.APPLIED, Status.UNCHANGED);
        assertThat(labels()).containsExactly("Demande déposée", "Étude");
        assertThat(take(record("Reçu"), second)).containsExactly(Status.UNCHANGED, Status.UNCHANGED);
        assertThat(take(record("Accepté"))).as("another event of that number").containsExactly(Status.REFUSED);
    }

    @Test
    void whatWasPushedIsGoneOnWith() {
        music.pushOne(music.event(
                "case.opened", "INS-1", 7, Map.of("person", Map.of("member", card), "title", "Inscription")));

        assertThat(take(record("Accepté"))).containsExactly(Status.APPLIED);
        assertThat(labels()).containsExactly("Demande déposée", "Décision\u00a0: acceptée");
    }

    @Test
    void nobodyFindsTheCaseOfAnAccountThatWasClosed() {
        take(record("Reçu"));
        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountClosed(zoe, "zoe@mel.example")));

        assertThat(take(record("Reçu"))).containsExactly(Status.REFUSED);
    }

    @Test
    void aRehearsalShowsTheEventsAndKeepsNothing() {
        var shown = feeds.rehearse(
                music.partner, mapping(), rows(record("Accepté"), record("Reçu").put("chemin", "x")));

        assertThat(shown.getFirst().events()).contains("case.opened", "case.decided", "ACCEPTED", "/dossiers/INS-1");
        assertThat(ledger.feed(zoe)).isEmpty();
        assertThat(take(record("Reçu"))).containsExactly(Status.APPLIED);
    }

    private List<Status> take(ObjectNode... records) {
        return feeds.take(music.partner, mapping(), rows(records)).stream()
                .map(RowOutcome::status)
                .toList();
    }

    private static List<Row> rows(ObjectNode... records) {
        List<Row> rows = new ArrayList<>();
        for (var record : records) {
            rows.add(new Row(rows.size() + 1, record, null));
        }
        return rows;
    }

    private Mapping mapping() {
        return feeds.mapping(music.partner).orElseThrow();
    }

    private ObjectNode record(String status) {
        return JSON.createObjectNode()
                .put("numero", "INS-1")
                .put("carte", card)
                .put("cours", "piano")
                .put("statut", status)
                .put("rang", 1)
                .put("etape", "Étude")
                .put("solde", "12,40")
                .put("echeance", "04/12/2026");
    }

    private List<String> labels() {
        var reference = ledger.feed(zoe).getFirst().reference();
        return ledger.events(reference).stream().map(TimelineEvent::label).toList();
    }

    private List<String> refusals() {
        return jdbc.sql("select code from partners.refusal where partner = :partner order by id")
                .param("partner", music.partner.id())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
