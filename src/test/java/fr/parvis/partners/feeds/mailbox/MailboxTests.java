package fr.parvis.partners.feeds.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.parvis.kernel.Settings.Imap;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.files.FeedFile.State;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMessage.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages to the mailbox, from partners and from others. */
@ParvisTest
class MailboxTests {

    private static final String BOX = "flux@ville.example";
    private static final String FORGED = "support@partenaire.example";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedFiles files;

    @Autowired
    private Partners partners;

    @Autowired
    private MailAddresses addresses;

    @Autowired
    private MailboxReading reading;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Imap box;
    private PartnerProgram music;
    private String contact;
    private UUID zoe;
    private String card;

    @BeforeEach
    void somebodyIsKnownThere() {
        server.start();
        server.setUser(BOX, "flux", "secret");
        box = new Imap("127.0.0.1", server.getImap().getPort(), "flux", "secret", false, BOX);
        music = house.register("Conservatoire", port);
        contact = Cast.newEmail();
        partners.save(suspendedOrNot(false));
        addresses.renew(music.partner);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        card = "ELEVE-" + UUID.randomUUID();
        house.link(music, zoe, card);
        feeds.save(music.partner, Enrolments.MAPPING);
    }

    @AfterEach
    void theMailboxCloses() {
        server.stop();
    }

    @Test
    void aTableSentToThePartnersAddressIsReadAndAcknowledged() throws Exception {
        deliver(
                own(),
                "quelqu.un@ailleurs.example",
                "Inscriptions é.csv",
                Enrolments.line("INS-1", card, "Reçu") + "1;2\r\n");
        reading.read(box);

        await().until(() -> !MailServer.receivedBy(contact).isEmpty());
        assertThat(ledger.feed(zoe)).hasSize(1);
        var acknowledgement = text(MailServer.receivedBy(contact).getFirst());
        assertThat(acknowledgement)
                .contains("Inscriptions é.csv", "Ligne 3", "wrong-columns")
                .doesNotContain(card);
        assertThat(MailServer.receivedBy("quelqu.un@ailleurs.example")).isEmpty();
        assertThat(server.getReceivedMessages()).as("it tells of residents").isEmpty();
    }

    @Test
    void whoWritesToTheMailboxItselfIsNobody() throws Exception {
        deliver(BOX, FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        deliver("flux+" + "a".repeat(26) + "@ville.example", FORGED, "b.csv", Enrolments.line("INS-1", card, "Reçu"));
        deliver(
                own().replace("ville.example", "ailleurs.example"),
                FORGED,
                "c.csv",
                Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);

        assertThat(files.recent(music.partner, 10)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(3).allMatch(MailboxTests::isSeen);
    }

    @Test
    void aFormerAddressNoLongerCounts() throws Exception {
        var former = own();
        addresses.renew(music.partner);
        deliver(former, FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);

        assertThat(files.recent(music.partner, 10)).isEmpty();
    }

    @Test
    void aSuspendedPartnerIsHeardLater() throws Exception {
        partners.save(suspendedOrNot(true));
        deliver(own(), FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);

        assertThat(files.recent(music.partner, 10)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1).noneMatch(MailboxTests::isSeen);
        partners.save(suspendedOrNot(false));
        reading.read(box);

        assertThat(files.recent(music.partner, 10)).hasSize(1);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatAReplacedPartnerSendsIsLeftToTheTown() throws Exception {
        partners.save(suspendedOrNot(true));
        jdbc.sql("update partners.partner set replaced_by = :successor where id = :id")
                .param("successor", house.register("Successeur", port).partner.id())
                .param("id", music.partner.id())
                .update();
        deliver(own(), FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);

        assertThat(server.getReceivedMessages()).hasSize(1).allMatch(MailboxTests::isSeen);
    }

    @Test
    void aFileOfTheWrongSizeIsToldAndTheMessageStays() throws Exception {
        deliver(own(), FORGED, table("vide.csv", ""), table("a.csv", Enrolments.HEADER));
        reading.read(box);

        await().until(() -> MailServer.receivedBy(contact).size() == 2);
        assertThat(MailServer.receivedBy(contact))
                .extracting(MailboxTests::text)
                .anySatisfy(words -> assertThat(words).contains("vide.csv", "n’a pas été lu"));
        assertThat(files.recent(music.partner, 10)).hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(1).allMatch(MailboxTests::isSeen);
    }

    @Test
    void aMessageWithTooManyFilesIsToldAndStays() throws Exception {
        var tables = new MimeBodyPart[Attachments.MOST + 1];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = table(i + ".csv", Enrolments.HEADER + Enrolments.line("INS-" + i, card, "Reçu"));
        }
        deliver(own(), FORGED, tables);
        reading.read(box);

        await().until(() -> !MailServer.receivedBy(contact).isEmpty());
        assertThat(text(MailServer.receivedBy(contact).getFirst())).contains("plus de 20 fichiers", "aucun");
        assertThat(files.recent(music.partner, 10)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1).allMatch(MailboxTests::isSeen);
    }

    @Test
    void theSameFileByMailAndByProgramIsTakenOnce() throws Exception {
        var csv = Enrolments.HEADER + Enrolments.line("INS-1", card, "Reçu");
        var sent = UUID.fromString(music.sendFile(csv).body().path("id").asString());
        await().until(() -> files.find(music.partner, sent).orElseThrow().state() == State.READ);
        deliver(own(), FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        deliver(own(), FORGED, "b.CSV", Enrolments.line("INS-1", card, "Reçu") + "\r\n");
        deliver(own(), FORGED, "c.pdf", "ce n’est pas une table");
        reading.read(box);

        await().until(() -> files.recent(music.partner, 10).stream().allMatch(file -> file.state() == State.READ));
        assertThat(files.recent(music.partner, 10)).hasSize(2);
        assertThat(ledger.events(ledger.feed(zoe).getFirst().reference())).hasSize(1);
    }

    @Test
    void theSameFileMailedTwiceIsAnsweredTwice() throws Exception {
        deliver(own(), FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);
        await().until(() -> MailServer.receivedBy(contact).size() == 1);
        deliver(own(), FORGED, "encore.csv", Enrolments.line("INS-1", card, "Reçu"));
        reading.read(box);

        await().until(() -> MailServer.receivedBy(contact).size() == 2);
        assertThat(text(MailServer.receivedBy(contact).getLast())).contains("encore.csv", "le même que", "déjà connu");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatWeCannotKeepIsReadAgain() throws Exception {
        deliver(own(), FORGED, "a.csv", Enrolments.line("INS-1", card, "Reçu"));
        breakTheTable();
        try {
            reading.read(box);
            assertThat(server.getReceivedMessages()).hasSize(1).noneMatch(MailboxTests::isSeen);
        } finally {
            mendTheTable();
        }
        reading.read(box);

        await().until(() -> !MailServer.receivedBy(contact).isEmpty());
        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailboxThatIsNotThereChangesNothing() {
        reading.read(new Imap("127.0.0.1", 1, "flux", "secret", true, BOX));

        assertThat(files.recent(music.partner, 10)).isEmpty();
    }

    private String own() {
        return MailAddresses.address(box, addresses.token(music.partner).orElseThrow());
    }

    private Partner suspendedOrNot(boolean suspended) {
        var known = music.partner;
        return new Partner(
                known.id(),
                known.slug(),
                known.name(),
                known.application(),
                known.source(),
                known.site(),
                known.unit(),
                contact,
                suspended,
                known.webhook());
    }

    /** The database refuses files of this partner. */
    private void breakTheTable() {
        jdbc.sql("""
            alter table partners.feed_file add constraint broken check (partner <> '%s')
            """.formatted(music.partner.id())).update();
    }

    private void mendTheTable() {
        jdbc.sql("alter table partners.feed_file drop constraint broken").update();
    }

    private void deliver(String to, String from, String name, String lines) throws MessagingException {
        deliver(to, from, table(name, Enrolments.HEADER + lines));
    }

    private static MimeBodyPart table(String name, String content) throws MessagingException {
        var table = new MimeBodyPart();
        table.setText(content, "UTF-8");
        table.setFileName(encoded(name));
        return table;
    }

    private void deliver(String to, String from, MimeBodyPart... tables) throws MessagingException {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject("Export");
        var words = new MimeBodyPart();
        words.setText("Voici.");
        var parts = new MimeMultipart(words);
        for (var table : tables) {
            parts.addBodyPart(table);
        }
        message.setContent(parts);
        message.saveChanges();
        server.getUserManager().getUserByEmail(BOX).deliver(message);
    }

    private static String encoded(String name) {
        try {
            return jakarta.mail.internet.MimeUtility.encodeText(name, "UTF-8", "Q");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isSeen(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        try {
            var parts = (MimeMultipart) message.getContent();
            return message.getSubject() + parts.getBodyPart(0).getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
