package fr.parvis.demo.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a vendor has to tell survives everything that may happen to the town. */
@ParvisTest
class OutboxTests {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    private Sandbox.Vendor vendor;

    @BeforeEach
    void aVendor() {
        vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void twoDaysWithoutTheTownAreCaughtUpInOrderAtTheirOwnDates() {
        var house = new Conservatoire(vendor.database(), vendor.cutOff(), vendor.connection(), clock);
        var before = clock.instant();
        house.begin();
        assertThat(vendor.cutOff().send()).isFalse();
        clock.pass(Duration.ofDays(1));
        house.act("audition", Map.of("thing", onlyCase()));
        clock.pass(Duration.ofDays(1));
        house.act("accepter", Map.of("thing", onlyCase()));
        assertThat(vendor.cutOff().send()).isFalse();
        assertThat(vendor.cutOff().trouble()).isNotEmpty();
        assertThat(ledger.feed(vendor.resident())).isEmpty();

        assertThat(vendor.outbox().send()).isTrue();

        assertThat(events())
                .extracting(TimelineEvent::label)
                .containsExactly(
                        "Demande déposée",
                        "Commission d’admission",
                        "Envoyez le quotient familial",
                        "Audition",
                        "Décision\u00a0: acceptée");
        assertThat(events().getFirst().at()).isBetween(before.minusSeconds(1), before.plusSeconds(60));
        assertThat(events().getLast().at()).isAfter(before.plus(Duration.ofHours(47)));
        assertThat(vendor.outbox().journal(10)).extracting(Outbox.Line::status).containsOnly("applied");
    }

    @Test
    void whatWasSentWithoutAnAnswerIsSentAgainAndTakenOnce() {
        new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock).begin();
        vendor.outbox().send();
        vendor.database().jdbc().sql("update outbox set status = null").update();

        assertThat(vendor.outbox().send()).isTrue();

        assertThat(vendor.outbox().journal(10)).extracting(Outbox.Line::status).containsOnly("duplicate");
        assertThat(events()).hasSize(3);
    }

    @Test
    void aRefusalIsKeptWithItsReasonAndSentAgainOnceMended() {
        var stranger = Map.of("member", "INCONNU-" + UUID.randomUUID());
        vendor.outbox().tell("case.opened", new CaseName("INS-9", stranger, null), Map.of("title", "Inscription"));
        assertThat(vendor.outbox().send()).isTrue();
        assertThat(vendor.outbox().journal(1).getFirst().fault()).startsWith("unknown-person");

        assertThat(vendor.outbox().retryRefused()).isEqualTo(1);
        assertThat(vendor.outbox().journal(1).getFirst().status()).isNull();
    }

    private String onlyCase() {
        return vendor.database()
                .jdbc()
                .sql("select key from enrolment where member = :member")
                .param("member", Conservatoire.MEMBER)
                .query(String.class)
                .single();
    }

    private List<TimelineEvent> events() {
        return ledger.events(ledger.feed(vendor.resident()).getFirst().reference());
    }
}
