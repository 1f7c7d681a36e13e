package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.identity.Accounts;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner replaced by another: what it leaves, and to whom. */
@ParvisTest
class TakeoverTests {

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    Takeover takeover;

    @Autowired
    FamilyLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    final PartnerServer server = new PartnerServer();
    PartnerProgram former;
    PartnerProgram newer;
    UUID zoe;
    String member;
    String sub;

    @BeforeEach
    void somebodyIsKnownToTheFormer() {
        former = house.register("Conservatoire", port);
        newer = house.register("École de musique", port);
        partners.save(newer.partner.toldAt(server.address()));
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        member = "ELEVE-" + UUID.randomUUID();
        sub = house.link(former, zoe, member);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aResidentIsLinkedToTheSuccessorAloneUnderAnotherName() {
        replace();

        assertThat(links.of(zoe)).extracting(Link::partner).containsExactly(newer.partner.id());
        var link = links.of(zoe).getFirst();
        assertThat(link.member()).isEqualTo(member);
        assertThat(link.sub()).isNotEqualTo(sub);
        await().untilAsserted(() -> assertThat(server.told(member)).hasSize(1));
        var told = server.told(member).getFirst();
        assertThat(told.type()).isEqualTo("fr.parvis.link.created.v1");
        assertThat(told.data().path("sub").asString()).isEqualTo(link.sub());
    }

    @Test
    void whoIsKnownToBothIsLinkedOnce() {
        var own = house.link(newer, zoe, member);

        replace();

        assertThat(links.of(zoe)).extracting(Link::sub).containsExactly(own);
        assertThat(server.told(member)).isEmpty();
    }

    @Test
    void theResidentIsWrittenToOnceWhateverTheyHadLinked() {
        house.link(former, zoe, "ELEVE-" + UUID.randomUUID());

        replace();

        var address = accounts.find(zoe).orElseThrow().email();
        assertThat(Inbox.read(address, "École de musique remplace Conservatoire"))
                .contains("École de musique", "n’en reçoit plus", "Une question")
                .doesNotContain("Si ce n’était pas vous");
        assertThat(jdbc.sql(
                                "select count(*) from notifications.email where recipient = :address and subject like '%remplace%'")
                        .param("address", address)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** A link agreed to at sign-in has our name of the account for the partner's name of the person. */
    @Test
    void whatWasToldUnderOurNameIsKeptUnderTheNewOne() {
        var nina = cast.resident("Nina", "Roux").viewer().account();
        links.agree(nina, former.partner, "Moi");
        var named = links.of(nina).getFirst().sub();
        var facts = List.of(Map.of("text", "Solde", "cents", 200));
        var event = former.event("person.facts", "x", 1, Map.of("person", Map.of("sub", named), "facts", facts));
        event.remove("subject");
        assertThat(former.pushOne(event).statuses()).containsExactly("applied");

        replace();

        var link = links.of(nina).getFirst();
        assertThat(link.member()).isEqualTo(link.sub()).isNotEqualTo(named);
        assertThat(jdbc.sql("select member from partners.facts where partner = :partner and account = :account")
                        .param("partner", newer.partner.id())
                        .param("account", nina)
                        .query(String.class)
                        .list())
                .containsExactly(link.member());
    }

    @Test
    void whatWaitedIsShownAndTheListNamesTheSuccessor() {
        former.push(List.of(opened(), message(3, "Troisième"), message(5, "Cinquième")));

        replace();

        var item = ledger.feed(zoe).getFirst();
        assertThat(item).extracting(TrackedItem::provider).isEqualTo("École de musique");
        assertThat(ledger.events(item.reference()))
                .extracting(TimelineEvent::label)
                .containsExactly("Demande déposée", "Troisième", "Cinquième");
        assertThat(jdbc.sql("select count(*) from partners.event where partner = :partner and state = 'WAITING'")
                        .param("partner", former.partner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatTheFormerWasStillToBeToldIsSettled(@Autowired Resyncs resyncs) {
        server.answerStatus(503);
        partners.save(former.partner.toldAt(server.address()));
        resyncs.ask(former.partner.id());

        replace();

        assertThat(jdbc.sql("select state || ' ' || last_error from partners.delivery where partner = :partner")
                        .param("partner", former.partner.id())
                        .query(String.class)
                        .list())
                .containsExactly("DEAD Ce partenaire est remplacé par École de musique.");
    }

    @Test
    void nobodyOnTrialAndNobodyReplacedTakesOver(@Autowired Sandboxes sandboxes) {
        var third = house.register("Harmonie", port);
        sandboxes.add(third.partner.id());
        assertThat(takeover.replace(former.partner, third.partner)).isFalse();

        replace();
        assertThat(takeover.replace(newer.partner, former.partner)).isFalse();
        assertThat(partners.find(newer.partner.id()).orElseThrow().suspended()).isFalse();
        assertThat(partners.inCharge(former.partner.slug()))
                .hasValueSatisfying(one -> assertThat(one.id()).isEqualTo(newer.partner.id()));
    }

    private void replace() {
        assertThat(takeover.replace(former.partner, newer.partner)).isTrue();
    }

    private Map<String, Object> opened() {
        return former.event(
                "case.opened", "INS-1", 1, Map.of("person", Map.of("member", member), "title", "Inscription"));
    }

    private Map<String, Object> message(long sequence, String label) {
        return former.event(
                "case.message",
                "INS-1",
                sequence,
                Map.of("person", Map.of("member", member), "label", label, "detail", "Bonjour."));
    }
}
