package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.handover.Opening;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.LinkOutcome;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do while a succession is being decided is not left with the partner that is replaced. */
@ParvisTest
class DuringSuccessionTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Takeover takeover;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Handovers handovers;

    @Autowired
    private Cast cast;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Partner former;
    private Partner successor;

    @BeforeEach
    void twoPartners() {
        former = house.register("Conservatoire", 0).partner;
        successor = house.register("École de musique", 0).partner;
    }

    @Test
    void nobodyIsLinkedToThePartnerThatIsReplaced() throws Exception {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();

        var outcome = meanwhile(
                () -> links.link(zoe, former, new Known("ELEVE-" + UUID.randomUUID(), "Zoé"), "Zoé", Proof.CODE));

        assertThat(outcome).isEqualTo(new LinkOutcome.Replaced());
        assertThat(links.of(zoe)).isEmpty();
    }

    @Test
    void aRequestIsHandedToTheSuccessor() throws Exception {
        var shared = new Shared("carte", "Carte de stationnement", "Vérifier", List.of());
        var opening = new Opening(
                Reference.random(new Random()), UUID.randomUUID(), former.slug(), "controle", shared, List.of());

        Optional<Partner> handed = meanwhile(() -> transaction.execute(status -> handovers.open(opening)));

        assertThat(handed).map(Partner::id).hasValue(successor.id());
    }

    /** Begins once the partner is replaced, and before anybody else knows of it. */
    private <T> T meanwhile(Callable<T> act) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<T> done = transaction.execute(status -> {
                assertThat(takeover.replace(former, successor)).isTrue();
                var begun = other.submit(act);
                await().until(() -> begun.isDone() || isWaiting());
                return begun;
            });
            return done.get();
        }
    }

    private boolean isWaiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
