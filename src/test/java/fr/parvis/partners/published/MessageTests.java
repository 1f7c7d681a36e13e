package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Linked;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.PartnerServer.Told;
import fr.parvis.partners.Partners;
import fr.parvis.partners.ResyncAsked;
import fr.parvis.partners.Unlinked;
import fr.parvis.partners.handover.HandedFile;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.handover.Opening;
import fr.parvis.partners.handover.Opening.Answer;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.partners.webhooks.TrialMessages;
import fr.parvis.partners.webhooks.TrialMessages.Trial;
import fr.parvis.partners.webhooks.WebhookType;
import fr.parvis.testing.ParvisTest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What the town really sends is as the published schema says. */
@ParvisTest
class MessageTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

    @Autowired
    private Handovers handovers;

    @Autowired
    private TrialMessages trials;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private final PartnerServer server = new PartnerServer();
    private Partner parking;

    @BeforeEach
    void aPartnerListens() {
        parking = house.register("Stationnement", 0).partner.toldAt(server.address());
        partners.save(parking);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMessageOfTheTownIsAsTheSchemaSays() {
        handOver();
        var zoe = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Linked(parking.id(), zoe, "sub-1", "ELEVE-1"));
            events.publishEvent(new Unlinked(parking.id(), zoe, "sub-1", "ELEVE-1", true));
            events.publishEvent(new ResyncAsked(parking.id()));
        });
        trials.send(
                server.address(),
                new Trial(UUID.randomUUID(), "fr.parvis.test.v1", clock.instant(), partners.signingKeys(parking.id())));

        await().untilAsserted(() -> assertThat(server.told())
                .extracting(Told::type)
                .contains("fr.parvis.test.v1")
                .containsAll(Arrays.stream(WebhookType.values())
                        .map(WebhookType::code)
                        .toList()));
        assertThat(server.told()).allSatisfy(told -> {
            assertThat(Schemas.faults("message.v1", told.event()))
                    .as(told.event().toString())
                    .isEmpty();
            if (!told.data().isEmpty()) {
                var empty = (ObjectNode) told.event().deepCopy();
                empty.putObject("data");
                assertThat(Schemas.faults("message.v1", empty)).as(told.type()).isNotEmpty();
            }
        });
    }

    private void handOver() {
        var reference = Reference.random(new Random());
        var shared = new Shared(
                "carte", "Carte de stationnement", "Vérifier", List.of(new Answer("plaque", "Plaque", "AB-123-CD")));
        transaction.executeWithoutResult(status -> handovers.open(
                new Opening(reference, UUID.randomUUID(), parking.slug(), "controle", shared, List.of(photo()))));
        var handover = handovers.current(reference).orElseThrow();
        transaction.executeWithoutResult(status -> {
            handovers.message(handover, "Bonjour", List.of(photo()));
            handovers.addDocuments(handover, List.of(photo()));
        });
        transaction.executeWithoutResult(status -> handovers.withdraw(handover, State.TAKEN_BACK));
    }

    private static HandedFile photo() {
        return new HandedFile(UUID.randomUUID(), "carte.pdf", "Carte grise", "application/pdf", 12);
    }
}
