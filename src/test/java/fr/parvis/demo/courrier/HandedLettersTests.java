package fr.parvis.demo.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.CaseStatus;
import fr.parvis.casefiles.Decisions;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Message;
import fr.parvis.casefiles.OpenCases;
import fr.parvis.casefiles.PartnerCases;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.Sandbox;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.loading.ProcedureDocument;
import fr.parvis.procedures.loading.PublishedVersions;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.TimelineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter filed in the town goes on in the mail room's own program, and comes back: nothing between them is played. */
@ParvisTest
class HandedLettersTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Partners partners;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Procedures procedures;

    @Autowired
    private PublishedVersions versions;

    @Autowired
    private CaseFiles residents;

    @Autowired
    private OpenCases desk;

    @Autowired
    private Decisions decisions;

    @Autowired
    private PartnerCases partnerCases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private CaseCast cast;
    private Viewer zoe;
    private Viewer patricia;
    private Sandbox.Vendor vendor;
    private Courrier mailRoom;
    private VendorProgram program;

    @BeforeEach
    void theMailRoomIsOpen(@Autowired AutowireCapableBeanFactory beans) throws IOException {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        patricia = cast.agent("accueil");
        vendor = sandbox.vendor("Mairie-courrier", Courrier.TABLES, Courrier.MEMBER);
        mailRoom = new Courrier(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        program = VendorProgram.start(0, mailRoom, vendor.outbox());
        partners.save(vendor.partner().toldAt(program.address().resolve("/messages")));
    }

    @AfterEach
    void theMailRoomCloses() {
        program.close();
        clock.reset();
    }

    @Test
    void aLetterGoesOnInTheMailRoomAndIsAnsweredByTheTown() throws IOException {
        program.connect();
        var reference = file();

        awaitPage("Un passage piéton devant l’école", "Nous demandons un passage piéton.", "pieces.pdf</a>");
        assertThat(page()).contains(reference.value()).doesNotContain("Martin");
        assertThat(enclosure()).startsWith("%PDF");
        press("transmettre");
        awaitEvent(reference, "Étude par le service");
        press("ecrire");
        press("demander");
        await().atMost(A_WHILE).until(() -> standing(reference).move() == Move.RESIDENT);
        assertThat(standing(reference).todo()).isEqualTo("Envoyez une photo de l’endroit");

        residents.write(reference, zoe, Message.of("Voici la photo.", cast.stored("photo.pdf")));
        awaitPage("Voici la photo.", "photo.pdf</a>");
        await().atMost(A_WHILE).until(() -> standing(reference).move() == Move.TOWN);

        press("favorable");
        await().atMost(A_WHILE)
                .until(() -> desk.open(reference, patricia).step().key().equals("reponse"));
        assertThat(desk.open(reference, patricia).journal())
                .anyMatch(entry ->
                        entry.text().endsWith("avis favorable. Le service propose d’intervenir dans le mois."));
        decisions.accept(cast.act(patricia, reference));
        assertThat(residents.open(reference, zoe).file().status()).isEqualTo(CaseStatus.ACCEPTED);
        assertThat(page()).doesNotContain("refusé,").doesNotContain("Rendre à la ville");
    }

    @Test
    void whatTheTownSaidWhileTheMailRoomWasAwayIsCaughtUp() throws IOException {
        int itsPort = program.address().getPort();
        program.close();
        var reference = file();
        residents.write(reference, zoe, Message.of("Avez-vous bien reçu mon courrier ?"));
        await().atMost(A_WHILE).until(() -> failures() == 1);
        assertThat(standing(reference).nowDetail()).isEqualTo("Confiée à Mairie-courrier.");

        mailRoom = new Courrier(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        program = VendorProgram.start(itsPort, mailRoom, vendor.outbox());
        program.connect();
        clock.pass(Duration.ofMinutes(1));

        awaitPage("Un passage piéton devant l’école", "Avez-vous bien reçu mon courrier ?", "pieces.pdf</a>");
        awaitEvent(reference, "Courrier enregistré");
    }

    @Test
    void aLinkThatEndedIsReplacedAndNoOtherPartnerMayUseIt() {
        file();
        awaitPage("pieces.pdf, à prendre à la ville");
        var link = vendor.database()
                .jdbc()
                .sql("select url from enclosure")
                .query(String.class)
                .single();
        assertThat(house.register("Autre", port).fetch(link).statusCode()).isEqualTo(404);

        clock.pass(Duration.ofMinutes(16));

        assertThat(mailRoom.fetch()).isTrue();
        assertThat(enclosure()).startsWith("%PDF");
    }

    @Test
    void aLetterTakenBackIsClosedAndWhatCameWithItStaysInTheTown() throws IOException {
        var reference = file();
        awaitPage("pieces.pdf, à prendre à la ville");

        partnerCases.takeBack(cast.act(patricia, reference));

        awaitPage(Letter.TAKEN_AWAY);
        assertThat(mailRoom.fetch()).isTrue();
        assertThat(page()).contains("la ville ne la donne plus").doesNotContain("Rendre à la ville");
        assertThat(mailRoom.open(Register.ENCLOSURES + "1")).isEmpty();
    }

    @Test
    void whatIsTakenBackBeforeItWasToldHoldsNothingUp() throws IOException {
        int itsPort = program.address().getPort();
        program.close();
        var reference = file();
        await().atMost(A_WHILE).until(() -> failures() == 1);
        partnerCases.takeBack(cast.act(patricia, reference));

        program = VendorProgram.start(itsPort, mailRoom, vendor.outbox());
        clock.pass(Duration.ofMinutes(1));
        awaitPage(Letter.TAKEN_AWAY, "pieces.pdf, à prendre à la ville");
        assertThat(mailRoom.fetch()).isTrue();
        assertThat(page()).contains("la ville ne la donne plus");
    }

    @Test
    void aLetterComesBackToWhoLinksAgain() {
        program.connect();
        var author = vendor.resident();
        await().atMost(A_WHILE).until(() -> !ledger.feed(author).isEmpty());
        links.unlink(author, links.of(author).getFirst().id());
        await().atMost(A_WHILE)
                .until(() -> new Followers(vendor.database())
                        .account(Courrier.MEMBER)
                        .isEmpty());
        assertThat(ledger.feed(author)).isEmpty();

        links.agree(author, vendor.partner(), "Zoé");
        await().atMost(A_WHILE).until(() -> !ledger.feed(author).isEmpty());
        var letter = ledger.feed(author).getFirst();
        assertThat(letter.title()).isEqualTo("Bancs du square du Général-Leclerc");
        assertThat(letter.standing().nowLabel()).isEqualTo("Étude par le service");
    }

    /** Files a letter whose first step this test's mail room handles. */
    private Reference file() {
        return cast.file(zoe, procedure(), FormAnswers.LETTER);
    }

    private Procedure procedure() {
        var slug = "courrier-" + vendor.partner().slug();
        var text = document()
                .replace(
                        "handler: mairie-courrier",
                        "handler: " + vendor.partner().slug());
        versions.publish(new ProcedureDocument(slug + ".v1.yaml", slug, 1, text));
        return procedures.version(slug, 1);
    }

    private static String document() {
        try {
            return new ClassPathResource("fr/parvis/demo/procedures/ecrire-a-la-mairie.v1.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Presses a button about the letter that the town handed over. */
    private void press(String action) {
        var key = vendor.database()
                .jdbc()
                .sql("select key from letter where named = 'reference'")
                .query(String.class)
                .single();
        var answer = new Browser(program.address().getPort()).post("/guichet", "action", action, "thing", key);
        assertThat(answer.status()).isEqualTo(303);
    }

    private String enclosure() {
        return new String(
                mailRoom.open(Register.ENCLOSURES + "1").orElseThrow().content(), StandardCharsets.ISO_8859_1);
    }

    private String page() {
        return new Browser(program.address().getPort()).get("/guichet").body();
    }

    private void awaitPage(String... texts) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(page()).contains(texts));
    }

    private void awaitEvent(Reference reference, String label) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(ledger.events(reference))
                        .extracting(TimelineEvent::label)
                        .contains(label));
    }

    private Standing standing(Reference reference) {
        return ledger.find(reference).orElseThrow().standing();
    }

    private int failures() {
        return jdbc.sql("select max(attempts) from partners.delivery where partner = :partner")
                .param("partner", vendor.partner().id())
                .query(Integer.class)
                .single();
    }
}
