package fr.parvis.partners.handover;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.handover.HandedCases.End;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.handover.Opening.Answer;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What partners were given is forgotten when it should be, and nothing else is. */
@ParvisTest
class HandoverRetentionTests {

    @Autowired
    private HandoverRetention retention;

    @Autowired
    private Handovers handovers;

    @Autowired
    private HandedFiles files;

    @Autowired
    private PartnerHouse house;

    @Autowired
    private MovingClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random();
    private final UUID zoe = UUID.randomUUID();
    private final UUID paul = UUID.randomUUID();
    private Partner parking;

    @BeforeEach
    void aPartner() {
        parking = house.register("Parking Service", 0).partner;
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whatAPartnerWasGivenIsForgottenNinetyDaysAfterItsPartEnded() {
        var ended = open(zoe);
        end(ended, State.DONE);
        clock.pass(Duration.ofDays(1));
        var later = open(zoe);
        end(later, State.WITHDRAWN);
        var open = open(zoe);
        clock.pass(HandoverRetention.KEPT.minusDays(1));

        retention.forgetOld();

        assertThat(of(ended)).satisfies(one -> {
            assertThat(one.content()).isNull();
            assertThat(one.state()).as("that the case was there stays").isEqualTo(State.DONE);
            assertThat(files.of(one.id())).isEmpty();
        });
        assertIsWhole(later);
        assertIsWhole(open);
    }

    @Test
    void untilThenNothingIs() {
        var ended = open(zoe);
        end(ended, State.TAKEN_BACK);
        clock.pass(HandoverRetention.KEPT.minusMinutes(1));

        retention.forgetOld();

        assertIsWhole(ended);
    }

    @Test
    void linksAreForgottenOnceTheyOpenNothing() {
        var reference = open(zoe);
        link(reference);
        clock.pass(HandedFiles.LINK_LIFE.minusMinutes(1));
        link(reference);
        retention.forgetOld();
        assertThat(links(reference)).isEqualTo(2);

        clock.pass(Duration.ofMinutes(2));
        retention.forgetOld();

        assertThat(links(reference)).isEqualTo(1);
        assertIsWhole(reference);
    }

    @Test
    void withTheAccountGoesWhatIsNotUnderWay() {
        var ended = open(zoe);
        link(ended);
        end(ended, State.DONE);
        var open = open(zoe);
        link(open);
        var others = open(paul);
        end(others, State.DONE);
        List.of(ended, open, others).forEach(reference -> {
            told(reference, "DONE");
            told(reference, "DEAD");
            told(reference, "PENDING");
        });

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(zoe, "zoe@mel.example")));

        assertThat(of(ended).content()).isNull();
        assertThat(files.of(of(ended).id())).isEmpty();
        assertThat(links(ended)).isZero();
        assertIsWhole(open);
        assertThat(links(open)).isEqualTo(1);
        assertIsWhole(others);
        assertThat(deliveries(ended)).containsExactly("PENDING");
        assertThat(deliveries(open)).containsExactly("PENDING");
        assertThat(deliveries(others)).containsExactlyInAnyOrder("DONE", "DEAD", "PENDING");
    }

    @Test
    void withTheAccountGoesWhatAPartnerWasToldBeforeAnotherReplacedIt() {
        var reference = open(zoe);
        told(reference, "DEAD");
        jdbc.sql("update partners.handover set partner = :successor where reference = :reference")
                .param(
                        "successor",
                        house.register("Nouveau stationnement", 0).partner.id())
                .param("reference", reference.value())
                .update();

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(zoe, "zoe@mel.example")));

        assertThat(deliveries(reference)).isEmpty();
    }

    private Reference open(UUID owner) {
        var reference = Reference.random(random);
        var shared = new Shared(
                "carte", "Carte de stationnement", "Vérifier", List.of(new Answer("plaque", "Plaque", "AB-123-CD")));
        var photo = new HandedFile(UUID.randomUUID(), "carte.pdf", "Carte grise", "application/pdf", 12);
        transaction.executeWithoutResult(status ->
                handovers.open(new Opening(reference, owner, parking.slug(), "controle", shared, List.of(photo))));
        assertIsWhole(reference);
        return reference;
    }

    private void end(Reference reference, State state) {
        transaction.executeWithoutResult(status -> {
            if (state == State.DONE) {
                handovers.finish(of(reference), new Opinion(parking.name(), End.CLOSED, "Vu."));
            } else {
                handovers.withdraw(of(reference), state);
            }
        });
    }

    private void link(Reference reference) {
        var file = files.of(of(reference).id()).getFirst().file();
        assertThat(files.link(parking.id(), reference.value(), file)).isPresent();
    }

    private void told(Reference reference, String state) {
        jdbc.sql("""
                        insert into partners.delivery (id, partner, topic, type, data, state, next_at, created_at, settled_at)
                        values (gen_random_uuid(), :partner, :topic, 'fr.parvis.handover.message.v1', '{}', :state, now(), now(),
                            case when :state <> 'PENDING' then now() end)
                        """)
                .param("partner", parking.id())
                .param("topic", reference.value())
                .param("state", state)
                .update();
    }

    private void assertIsWhole(Reference reference) {
        assertThat(of(reference).content()).contains("AB-123-CD");
        assertThat(files.of(of(reference).id())).hasSize(1);
    }

    private Handover of(Reference reference) {
        return handovers.ofStep(reference, "controle").orElseThrow();
    }

    private int links(Reference reference) {
        return jdbc.sql("select count(*) from partners.document_link where handover = :handover")
                .param("handover", of(reference).id())
                .query(Integer.class)
                .single();
    }

    private List<String> deliveries(Reference reference) {
        return jdbc.sql("select state from partners.delivery where topic = :topic")
                .param("topic", reference.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
