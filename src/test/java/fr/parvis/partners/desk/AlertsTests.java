package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.calls.HealthCheck;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told of what is wrong with a partner, and how often. */
@ParvisTest
class AlertsTests {

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    Alerts alerts;

    @Autowired
    HealthCheck health;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovingClock clock;

    @LocalServerPort
    int port;

    PartnerProgram music;
    String contact;

    @BeforeEach
    void aPartnerWithAnAddressOfItsOwn() {
        // each test of the run left its administrators: an alert would be hundreds of messages
        jdbc.sql("delete from organisation.office where office = 'ADMINISTRATOR'")
                .update();
        music = house.register("Conservatoire", port);
        contact = Cast.newEmail();
        var it = music.partner;
        partners.save(new Partner(
                it.id(),
                it.slug(),
                it.name(),
                it.application(),
                it.source(),
                it.site(),
                it.unit(),
                contact,
                false,
                null));
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-1");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void silenceLongerThanUsualIsToldOnceADay() {
        var alix = cast.administrator("Alix", "Garnier");
        music.pushOne(message("ELEVE-1"));
        clock.pass(Duration.ofHours(20));
        music.pushOne(message("ELEVE-1"));
        alerts.look(watched());
        clock.pass(Duration.ofHours(15));
        assertThat(health.of(music.partner.id()).silent())
                .as("it was silent as long before")
                .isFalse();
        clock.pass(Duration.ofHours(10));
        assertThat(health.of(music.partner.id()).silent()).isTrue();
        alerts.look(watched());
        alerts.look(watched());
        await().until(() -> MailServer.receivedBy(contact).size() == 1
                && !MailServer.receivedBy(alix.email()).isEmpty());
        clock.pass(Duration.ofDays(1));
        alerts.look(watched());
        await().until(() -> MailServer.receivedBy(contact).size() == 2);
    }

    @Test
    void manyRefusalsAreTold() {
        for (int i = 0; i < 9; i++) {
            music.pushOne(message("ELEVE-1"));
        }
        music.pushOne(message("INCONNU"));
        assertThat(health.of(music.partner.id()).refusing())
                .as("a tenth, not more")
                .isFalse();
        music.pushOne(message("INCONNU"));
        assertThat(health.of(music.partner.id()).refusalRate()).isEqualTo(18);
        alerts.look(watched());
        await().until(() -> MailServer.receivedBy(contact).size() == 1);
    }

    @Test
    void aListThatCannotBeReadIsTold() throws MessagingException {
        jdbc.sql("""
                        insert into partners.feed_poll (partner, address, list, proof, minutes, active, failures, fault)
                        values (:partner, 'https://music.example/', '/data', 'NONE', 60, true, 1, 'l’adresse répond HTTP 500')
                        """).param("partner", music.partner.id()).update();
        alerts.look(watched());
        assertThat(alarms()).as("once may be a restart").isZero();

        jdbc.sql("update partners.feed_poll set failures = 2 where partner = :partner")
                .param("partner", music.partner.id())
                .update();
        alerts.look(watched());

        await().until(() -> MailServer.receivedBy(contact).size() == 1);
        assertThat(MailServer.receivedBy(contact).getFirst().getSubject())
                .isEqualTo("Conservatoire\u00a0: sa liste ne peut plus être lue");
    }

    @Test
    void aPartnerOnTrialMayFailInPeace() {
        sandboxes.add(music.partner.id());
        music.push(Collections.nCopies(20, message("ELEVE-1")));
        assertThat(health.of(music.partner.id()).refusing()).isTrue();
        alerts.look(watched());
        assertThat(alarms()).isZero();
    }

    private int alarms() {
        return jdbc.sql("select count(*) from partners.alert where partner = :partner")
                .param("partner", music.partner.id())
                .query(Integer.class)
                .single();
    }

    /** As it is registered now. */
    private Partner watched() {
        return partners.find(music.partner.id()).orElseThrow();
    }

    private Map<String, Object> message(String member) {
        return music.event(
                "case.opened",
                "A-" + UUID.randomUUID(),
                1,
                Map.of("person", Map.of("member", member), "title", "Inscription"));
    }
}
