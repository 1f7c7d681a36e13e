package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.AccountClosed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that were kept under the rules of another day. */
@ParvisTest
class KeptEventsTests {

    private static final String MIGRATION = "db/migration/partners/V17__keep_who_events_are_about.sql";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Gaps gaps;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final String member = "ELEVE-" + UUID.randomUUID();
    private PartnerProgram music;
    private Player zoe;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin");
        house.link(music, account(), member);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whoLeavesCanLeaveWhateverWasSentOfThem() {
        music.push(List.of(opened("INS-1"), message("INS-2", 2)));
        poison();

        links.unlink(account(), links.of(account()).getFirst().id());

        assertThat(ledger.feed(account())).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void anAccountCanBeClosedWhateverWasSentOfIt(@Autowired ApplicationEventPublisher events) {
        music.push(List.of(opened("INS-1"), message("INS-2", 2)));
        poison();

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(account(), zoe.email())));

        assertThat(stored()).isZero();
    }

    @Test
    void thoseKeptBeforeAreMigratedWhateverIsInThem(@Autowired JdbcTemplate plain) {
        music.push(List.of(opened("INS-1"), message("INS-2", 2)));
        poison();
        jdbc.sql("""
                        update partners.event set content = replace(content, 'u0000', 'n')
                        where partner = :partner and case_key = 'INS-2'
                        """).param("partner", music.partner.id()).update();

        var named = transaction.execute(status -> {
            plain.execute("alter table partners.event drop person_sub, drop person_member, drop person_reference");
            plain.execute(migration());
            status.setRollbackOnly();
            return jdbc.sql("""
                            select person_member from partners.event where partner = :partner
                            and person_sub is null and person_reference is null
                            """)
                    .param("partner", music.partner.id())
                    .query(String.class)
                    .list();
        });

        assertThat(named).containsExactly(member, member);
    }

    @Test
    void anotherSourceChangesNothingForThoseThatWait() {
        music.push(List.of(opened("INS-1"), message("INS-1", 3)));
        var before = music.partner;
        partners.save(new Partner(
                before.id(),
                before.slug(),
                before.name(),
                before.application(),
                before.source() + "/v2",
                before.site(),
                before.unit(),
                before.contact(),
                false,
                null));

        clock.pass(Gaps.AWAITED.plusMinutes(1));
        gaps.close();

        assertThat(labels()).containsExactly("Demande déposée", "Message");
    }

    @Test
    void aGapThatCannotCloseKeepsNoOtherOpen() {
        music.push(List.of(opened("INS-0"), message("INS-0", 3), opened("INS-1"), message("INS-1", 3)));
        jdbc.sql("update partners.event set type = 'inconnu' where partner = :partner and case_key = 'INS-0'")
                .param("partner", music.partner.id())
                .update();
        jdbc.sql("""
                        update partners.event set content = replace(content, 'case.message', 'case.inconnu')
                        where partner = :partner and case_key = 'INS-0'
                        """).param("partner", music.partner.id()).update();

        clock.pass(Gaps.AWAITED.plusMinutes(1));
        gaps.close();

        assertThat(ledger.feed(account()))
                .extracting(item -> ledger.events(item.reference()).size())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aPathThatIsNoneLeadsToTheFirstPage() {
        music.pushOne(opened("INS-1"));
        jdbc.sql("update partners.foreign_case set path = '/a b|{%zz' where partner = :partner")
                .param("partner", music.partner.id())
                .update();
        var reference = ledger.feed(account()).getFirst().reference().value();

        var page = doorman.admit(account(), new Browser(port)).get("/suivi/" + reference);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/mes-services/" + music.partner.slug() + "/ouvrir\"");
    }

    /** As if it had been sent when nobody looked at what we leave alone. */
    private void poison() {
        jdbc.sql("""
                        update partners.event set content = '{"note":"a\\u0000b",' || substr(content, 2)
                        where partner = :partner
                        """).param("partner", music.partner.id()).update();
    }

    private static String migration() {
        try {
            return new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, Object> opened(String key) {
        return music.event("case.opened", key, 1, Map.of("person", Map.of("member", member), "title", "Inscription"));
    }

    private Map<String, Object> message(String key, long sequence) {
        return music.event(
                "case.message", key, sequence, Map.of("person", Map.of("member", member), "detail", "Bonjour."));
    }

    private UUID account() {
        return zoe.viewer().account();
    }

    private List<String> labels() {
        return ledger.events(ledger.feed(account()).getFirst().reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }

    private int stored() {
        return jdbc.sql("select count(*) from partners.event where partner = :partner")
                .param("partner", music.partner.id())
                .query(Integer.class)
                .single();
    }
}
