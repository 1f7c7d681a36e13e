package fr.parvis.demo.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The button of each vendor that cuts its line to the town: an outage that can be shown, and its end. */
@ParvisTest
class OutageTests {

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    private Sandbox.Vendor vendor;
    private VendorProgram program;
    private Browser clerk;

    @BeforeEach
    void aVendorThatToldAll() throws IOException {
        vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        var house = new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        program = VendorProgram.start(0, house, vendor.outbox());
        program.connect();
        clerk = new Browser(program.address().getPort());
        awaitAllTold();
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void whatHappensMeanwhileIsKeptAndToldInItsOrderAfterwards() {
        var key = vendor.database()
                .jdbc()
                .sql("select key from enrolment where member = :member")
                .param("member", Conservatoire.MEMBER)
                .query(String.class)
                .single();
        press("couper", "");
        List.of("audition", "message", "accepter").forEach(action -> press(action, key));

        assertThat(page()).contains("La liaison est coupée", "à envoyer", "Rétablir la liaison");
        assertThat(vendor.outbox().send()).isTrue();
        assertThat(events()).hasSize(3);

        press("retablir", "");
        awaitAllTold();
        assertThat(events())
                .extracting(TimelineEvent::label)
                .containsExactly(
                        "Demande déposée",
                        "Commission d’admission",
                        "Envoyez le quotient familial",
                        "Audition",
                        "Message",
                        "Décision\u00a0: acceptée");
        assertThat(page()).contains("appliqué").doesNotContain("coupée", "gardé", "refusé,");
    }

    @Test
    void theTownIsToldToComeBackLater() {
        press("couper", "");

        assertThat(clerk.postAsIs("/messages").status()).isEqualTo(503);
        assertThat(clerk.postAsIs("/liaison").status()).isEqualTo(503);

        press("retablir", "");
        assertThat(clerk.postAsIs("/messages").status()).isEqualTo(401);
        assertThat(clerk.postAsIs("/liaison").status()).isEqualTo(401);
    }

    private void press(String action, String thing) {
        assertThat(clerk.post("/guichet", "action", action, "thing", thing).location())
                .isEqualTo("/guichet");
    }

    private void awaitAllTold() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !page().contains("à envoyer"));
    }

    private String page() {
        return clerk.get("/guichet").body();
    }

    private List<TimelineEvent> events() {
        return ledger.events(ledger.feed(vendor.resident()).getFirst().reference());
    }
}
