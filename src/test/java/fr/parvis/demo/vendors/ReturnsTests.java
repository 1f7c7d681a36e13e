package fr.parvis.demo.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody whom a vendor of the demo knows is linked by another account too, or again: what it tells of them then. */
@ParvisTest
class ReturnsTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final String TODO = "Envoyez le quotient familial";

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Partners partners;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LinkedServices services;

    @Autowired
    private MovingClock clock;

    private Sandbox.Vendor vendor;
    private VendorProgram program;

    @BeforeEach
    void aPupilHasSomethingToSendAndAnAudition() throws IOException {
        vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        var house = new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        program = VendorProgram.start(0, house, vendor.outbox());
        partners.save(vendor.partner().toldAt(program.address().resolve("/messages")));
        program.connect();
        press("audition");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(auditions(vendor.resident())).containsExactly("Audition"));
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void theFirstParentIsLeftAloneWhenTheOtherLinksTheSamePupil() {
        var other = sandbox.resident();
        link(other);
        await().atMost(A_WHILE).until(() -> heard() == 1);
        vendor.outbox().send();

        assertThat(told()).doesNotContain("case.state");
        for (var parent : List.of(vendor.resident(), other)) {
            assertThat(item(parent).standing().todo()).isEqualTo(TODO);
            assertThat(auditions(parent)).containsExactly("Audition");
        }
        assertThat(ledger.events(item(vendor.resident()).reference()))
                .extracting(TimelineEvent::label)
                .contains("Audition")
                .doesNotContain("Suivi remis à jour");
    }

    @Test
    void whoLinksAgainFindsWhatIsToBeDoneAndTheAppointment() {
        var zoe = vendor.resident();
        unlink(zoe);
        assertThat(ledger.feed(zoe)).isEmpty();

        link(zoe);
        await().atMost(A_WHILE).until(() -> !ledger.feed(zoe).isEmpty());
        assertThat(item(zoe).title()).isEqualTo("Inscription : Cours de piano");
        assertThat(item(zoe).standing().todo()).isEqualTo(TODO);
        assertThat(item(zoe).standing().nowLabel()).isEqualTo("Commission d’admission");
        assertThat(auditions(zoe)).containsExactly("Audition");
    }

    @Test
    void theLastOfTwoToLeaveIsToldAllWhenTheyComeBack() {
        var other = sandbox.resident();
        link(other);
        unlink(vendor.resident());
        unlink(other);
        await().atMost(A_WHILE).until(() -> heard() == 3);

        link(other);
        await().atMost(A_WHILE).until(() -> !ledger.feed(other).isEmpty());
        assertThat(auditions(other)).containsExactly("Audition");
    }

    private void link(UUID account) {
        links.link(account, vendor.partner(), new Known(Conservatoire.MEMBER, "Zoé M."), "Zoé", Proof.CARD);
    }

    private void unlink(UUID account) {
        links.unlink(account, links.of(account).getFirst().id());
    }

    private void press(String action) {
        var key = vendor.database()
                .jdbc()
                .sql("select key from enrolment where member = :member")
                .param("member", Conservatoire.MEMBER)
                .query(String.class)
                .single();
        var answer = new Browser(program.address().getPort()).post("/guichet", "action", action, "thing", key);
        assertThat(answer.status()).isEqualTo(303);
    }

    private TrackedItem item(UUID account) {
        return ledger.feed(account).getFirst();
    }

    private List<String> auditions(UUID account) {
        return services.of(account, Instant.EPOCH).appointments().stream()
                .map(LinkedServices.Appointment::label)
                .toList();
    }

    private List<String> told() {
        return vendor.outbox().journal(50).stream()
                .map(line -> line.label().replaceFirst(" .*", ""))
                .toList();
    }

    private int heard() {
        return vendor.database()
                .jdbc()
                .sql("select count(*) from heard")
                .query(Integer.class)
                .single();
    }
}
