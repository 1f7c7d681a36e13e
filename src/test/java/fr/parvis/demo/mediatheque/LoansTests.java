package fr.parvis.demo.mediatheque;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.Sandbox;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.State;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The library's counter and what the reader sees of it. */
@ParvisTest
class LoansTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Partners partners;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Sandbox.Vendor vendor;
    private Loans loans;

    @BeforeEach
    void theLibraryIsOpen() {
        vendor = sandbox.vendor("Médiathèque", Loans.TABLES, Loans.MEMBER);
        loans = new Loans(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        loans.begin();
    }

    @Test
    void loansAndFinesAreFactsOfTheReader() {
        assertThat(facts()).contains("2 prêts à rendre");
        assertThat(loans.page()).contains("Le Grand Meaulnes", "Pietr le Letton", "Livre arrivé");
        assertThat(loans.page()).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        loans.act("amende", Map.of("thing", Loans.MEMBER));
        loans.act("rendre", Map.of("thing", "1"));

        assertThat(facts()).contains("1 prêt à rendre", "Amende", "350").doesNotContain("2 prêts");
    }

    @Test
    void aBookPutAsideIsACaseUntilItIsTaken() {
        vendor.outbox().send();
        var item = ledger.feed(vendor.resident()).getFirst();
        assertThat(item.standing().todo()).startsWith("Venez chercher");

        loans.act("emporter", Map.of("thing", "RES-1"));
        vendor.outbox().send();

        assertThat(ledger.find(item.reference()).orElseThrow().standing().state())
                .isEqualTo(State.DONE);
        assertThat(facts()).contains("3 prêts à rendre");
    }

    @Test
    void whoUndoesTheirLinkAndAgreesAgainFindsTheirLoansAndTheirBook() throws IOException {
        var zoe = vendor.resident();
        try (var program = VendorProgram.start(0, loans, vendor.outbox())) {
            partners.save(vendor.partner().toldAt(program.address().resolve("/messages")));
            vendor.outbox().send();
            links.unlink(zoe, links.of(zoe).getFirst().id());
            await().atMost(A_WHILE)
                    .until(() -> new Followers(vendor.database())
                            .account(Loans.MEMBER)
                            .isEmpty());
            loans.act("preter", Map.of("thing", Loans.MEMBER));
            vendor.outbox().send();
            assertThat(ledger.feed(zoe)).isEmpty();

            links.agree(zoe, vendor.partner(), "Zoé");
            await().atMost(A_WHILE).untilAsserted(() -> assertThat(facts()).contains("3 prêts à rendre"));
            assertThat(ledger.feed(zoe).getFirst().standing().todo()).startsWith("Venez chercher");
            assertThat(vendor.outbox().journal(20)).noneMatch(line -> "refused".equals(line.status()));
        }
    }

    private String facts() {
        vendor.outbox().send();
        return jdbc.sql("select content::text from partners.facts where account = :account")
                .param("account", vendor.resident())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
