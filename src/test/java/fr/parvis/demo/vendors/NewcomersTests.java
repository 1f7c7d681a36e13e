package fr.parvis.demo.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.courrier.Courrier;
import fr.parvis.demo.stationnement.Stationnement;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TrackedItem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Linking somebody to a vendor of the demo by what it asks, and reading there what is theirs. */
@ParvisTest
class NewcomersTests {

    private static final Pattern CODE = Pattern.compile("Votre code est <strong>(\\d{6})</strong>");
    private static final Pattern DOOR = Pattern.compile("\"path\":\"([^\"]*)\"");

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Partners partners;

    @Autowired
    private Linkings linkings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Doorman doorman;

    @Autowired
    private MovingClock clock;

    @LocalServerPort
    private int port;

    @Test
    void aChildIsLinkedByCardAndBirthDateAndTheirCaseComes() throws IOException {
        var vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        var house = new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        try (var program = start(house, vendor)) {
            var path = offer(vendor, program, Proof.CARD);
            var browser = doorman.admit(vendor.resident(), new Browser(port));
            browser.get(path + "/lier");
            assertThat(browser.post(path + "/lier/carte", "card", "ELEVE-2042", "birthDate", "15/03/2017")
                            .status())
                    .isEqualTo(422);
            assertThat(browser.post(path + "/lier/carte", "card", "ELEVE-2042", "birthDate", "14/03/2017")
                            .location())
                    .isEqualTo(path + "/lier/accord");
            assertThat(browser.get(path + "/lier/accord").body()).contains("Léo M.");
            browser.post(path + "/lier/accord", "label", "Léo");

            awaitCase(vendor, "Inscription : Éveil musical");
        }
    }

    @Test
    void aDriverIsLinkedByTheCodeThatTheVendorSent() throws IOException {
        var vendor = sandbox.vendor("Parking Zola", Stationnement.TABLES, Stationnement.MEMBER);
        var house = new Stationnement(vendor.database(), vendor.outbox(), vendor.connection(), clock, new Random(7));
        try (var program = start(house, vendor)) {
            var path = offer(vendor, program, Proof.CODE);
            var browser = doorman.admit(vendor.resident(), new Browser(port));
            browser.get(path + "/lier");
            browser.post(path + "/lier/code", "identifier", "USAGER-77311");
            var code = found(
                    CODE,
                    new Browser(program.address().getPort()).get("/guichet").body());
            var wrong = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
            assertThat(browser.post(path + "/lier/code/verification", "code", wrong)
                            .status())
                    .isEqualTo(422);
            assertThat(browser.post(path + "/lier/code/verification", "code", code)
                            .location())
                    .isEqualTo(path + "/lier/accord");
            browser.get(path + "/lier/accord");
            browser.post(path + "/lier/accord", "label", "Sacha");

            awaitCase(vendor, "Abonnement de stationnement GH-102-PV");
        }
    }

    @Test
    void aCaseIsReadThereByItsOwnAddressWithoutTheButtonsOfTheClerk() throws IOException {
        var vendor = sandbox.vendor("Conservatoire", Conservatoire.TABLES, Conservatoire.MEMBER);
        var house = new Conservatoire(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        try (var program = start(house, vendor)) {
            var path = found(DOOR, firstEvent(vendor));
            var resident = new Browser(program.address().getPort());

            assertThat(resident.get(path).body())
                    .contains("Inscription : Cours de piano", "Commission d’admission", "/mon-fil")
                    .doesNotContain("<button", "Éveil musical");
            assertThat(resident.get(path.replaceFirst(".$", "!")).status()).isEqualTo(404);
            assertThat(resident.get(path.replaceFirst("/[^/]*$", "")).status()).isEqualTo(404);
            assertThat(resident.get("/").body()).doesNotContain("<button", "Cours de piano");
        }
    }

    @Test
    void aLetterAndASubscriptionAreReadByTheirOwnAddressesToo() throws IOException {
        var mail = sandbox.vendor("Mairie-courrier", Courrier.TABLES, Courrier.MEMBER);
        try (var program = start(new Courrier(mail.database(), mail.outbox(), mail.connection(), clock), mail)) {
            assertThat(door(mail, program)).contains("Bancs du square").doesNotContain("<button");
        }
        var parking = sandbox.vendor("Parking Zola", Stationnement.TABLES, Stationnement.MEMBER);
        var house = new Stationnement(parking.database(), parking.outbox(), parking.connection(), clock, new Random(7));
        try (var program = start(house, parking)) {
            assertThat(door(parking, program)).contains("GH-101-PV", "18,00").doesNotContain("<button");
        }
    }

    private static String door(Sandbox.Vendor vendor, VendorProgram program) {
        return new Browser(program.address().getPort())
                .get(found(DOOR, firstEvent(vendor)))
                .body();
    }

    private static String firstEvent(Sandbox.Vendor vendor) {
        return vendor.database()
                .jdbc()
                .sql("select body from outbox order by number limit 1")
                .query(String.class)
                .single();
    }

    private String offer(Sandbox.Vendor vendor, VendorProgram program, Proof proof) {
        var partner = vendor.partner();
        URI questions = program.address().resolve("/liaison");
        linkings.save(new Linking(partner.id(), proof, "Vos dossiers.", "Un numéro.", questions, null, null));
        partners.save(partner.toldAt(program.address().resolve("/messages")));
        return "/mes-services/" + partner.slug();
    }

    private void awaitCase(Sandbox.Vendor vendor, String title) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger.feed(vendor.resident()))
                        .extracting(TrackedItem::title)
                        .contains(title));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static VendorProgram start(House house, Sandbox.Vendor vendor) throws IOException {
        var program = VendorProgram.start(0, house, vendor.outbox());
        program.connect();
        return program;
    }
}
