package fr.parvis.partners.feeds.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.calls.Call;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.files.FeedFile;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a partner who came in does with its depot. */
@ParvisTest
class DropTests {

    private static final String RECEIPT = "/accuses/inscriptions.csv.accuse.csv";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedFiles files;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private DropKeys keys;

    @Autowired
    private SftpServer server;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final KeyPair key = DropClient.newKey("ecdsa-sha2-nistp256", 256);
    private DropClient client;
    private PartnerProgram music;
    private UUID zoe;
    private String card;
    private SftpClient sftp;

    @BeforeEach
    void somebodyIsKnownThere() throws IOException {
        client = new DropClient(server.address().orElseThrow().port());
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        card = "ELEVE-" + UUID.randomUUID();
        house.link(music, zoe, card);
        feeds.save(music.partner, Enrolments.MAPPING);
        sftp = come(music, key);
    }

    @AfterEach
    void everybodyGoes() {
        client.close();
    }

    @Test
    void aFileThatIsClosedIsReadAndItsAcknowledgementLiesBesideIt() throws IOException {
        var content = csv("INS-1") + "une;deux\r\n";
        DropClient.put(sftp, "depot/inscriptions.csv", content);
        assertThat(files.recent(music.partner, 10)).extracting(FeedFile::name).containsExactly("inscriptions.csv");
        assertThat(sftp.stat("depot/inscriptions.csv").getSize())
                .as("a client makes sure of it")
                .isEqualTo(bytes(content).length);

        await().until(() -> DropClient.names(sftp, "accuses").contains("inscriptions.csv.accuse.csv"));
        var acknowledgement = DropClient.get(sftp, RECEIPT);
        assertThat(acknowledgement).contains("\"INS-1/1\";\"applied\"", "\"3\";\"\";\"refused\";\"wrong-columns\"");
        assertThat(sftp.stat(RECEIPT).getSize()).isEqualTo(bytes(acknowledgement).length);
        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(DropClient.names(sftp, "/")).containsExactly("depot", "accuses");
        assertThat(DropClient.names(come(music, key), "/depot"))
                .as("the next one finds it empty")
                .isEmpty();
        assertThat(log().getFirst())
                .extracting(Call::method, Call::path, Call::status)
                .containsExactly("SFTP", "depot/inscriptions.csv", 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inscriptions.csv.filepart",
                "inscriptions.csv.tmp",
                "export.tmp",
                "a.b.PART",
                ".in.inscriptions.csv."
            })
    void underAPassingNameItWaitsUntilItIsRenamed(String passing) throws IOException {
        DropClient.put(sftp, "/depot/" + passing, csv("INS-1"));
        assertThat(files.recent(music.partner, 10)).isEmpty();

        sftp.rename("/depot/" + passing, "/depot/inscriptions.csv");
        assertThat(files.recent(music.partner, 10)).hasSize(1);
        assertThat(DropClient.names(sftp, "/depot")).containsExactly("inscriptions.csv");
        sftp.setStat("/depot/inscriptions.csv", new SftpClient.Attributes().perms(0_644));
        sftp.remove("/depot/inscriptions.csv");
        assertThat(files.recent(music.partner, 10)).as("the town has it").hasSize(1);
    }

    @Test
    void anInterruptedFileIsGoneOnWith() throws IOException {
        var content = csv("INS-1");
        DropClient.put(sftp, "depot/a.csv.part", content.substring(0, 40));
        try (var handle = sftp.open("depot/a.csv.part", List.of(OpenMode.Write))) {
            var rest = bytes(content.substring(40));
            sftp.write(handle, 40, rest, 0, rest.length);
        }
        sftp.rename("depot/a.csv.part", "depot/a.csv");

        await().until(() -> !ledger.feed(zoe).isEmpty());
    }

    @Test
    void whoHangsUpInTheMiddleDroppedNothing() throws IOException {
        var handle = sftp.open("depot/a.csv", List.of(OpenMode.Write, OpenMode.Create));
        sftp.write(handle, 0, new byte[] {65}, 0, 1);
        sftp.getSession().close(true).await();

        var next = come(music, key);
        assertThat(DropClient.names(next, "depot")).isEmpty();
        assertThat(files.recent(music.partner, 10)).isEmpty();
    }

    @Test
    void theSameFileUnderAnotherNameHasItsAcknowledgementToo() throws IOException {
        DropClient.put(sftp, "depot/inscriptions.csv", csv("INS-1"));
        DropClient.put(sftp, "depot/encore.csv", csv("INS-1"));

        await().until(() -> DropClient.names(sftp, "accuses").size() == 2);
        assertThat(DropClient.get(sftp, "accuses/encore.csv.accuse.csv")).isEqualTo(DropClient.get(sftp, RECEIPT));
        assertThat(files.recent(music.partner, 10)).hasSize(1);
    }

    @Test
    void anotherPartnerSeesNothingOfIt() throws IOException {
        DropClient.put(sftp, "depot/inscriptions.csv", csv("INS-1"));
        await().until(() -> DropClient.names(sftp, "accuses").size() == 1);
        var other = come(house.register("Autre", port), DropClient.newKey("ecdsa-sha2-nistp256", 256));

        assertThat(DropClient.names(other, "depot")).isEmpty();
        assertThat(DropClient.names(other, "accuses")).isEmpty();
        refused(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> DropClient.get(other, RECEIPT));
        refused(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> other.stat("depot/inscriptions.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../../etc/passwd",
                "/depot/../../../../etc/passwd",
                "/depot/sous/dossier.csv",
                "/accuses/../../etc/passwd.accuse.csv",
                "//etc//passwd",
                "C:\\Windows\\win.ini"
            })
    void noPathLeadsOut(String path) {
        refused(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> DropClient.get(sftp, path));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> DropClient.put(sftp, path, csv("INS-1")));
        assertThat(files.recent(music.partner, 10)).isEmpty();
    }

    @Test
    void thereIsNothingElseToDoThere() throws IOException {
        DropClient.put(sftp, "depot/inscriptions.csv", csv("INS-1"));
        await().until(() -> DropClient.names(sftp, "accuses").size() == 1);

        assertThat(sftp.canonicalPath("./depot/../..//accuses/")).isEqualTo("/accuses");
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> DropClient.get(sftp, "depot/inscriptions.csv"));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> DropClient.put(sftp, RECEIPT, "faux"));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> sftp.remove(RECEIPT));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> sftp.rename(RECEIPT, "/depot/a.csv"));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> sftp.mkdir("/depot/sous"));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> sftp.rmdir("/depot"));
        refused(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> sftp.symLink("/depot/lien.csv", "/etc/passwd"));
        refused(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> sftp.readLink("/depot/inscriptions.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"export.txt", "export", "export.csv.exe", "export.csv.bak", "a\\b.csv", "a\"b.csv", "csv"})
    void aNameThatNothingReadsIsRefusedAtOnce(String name) {
        refused(SftpConstants.SSH_FX_FAILURE, () -> DropClient.put(sftp, "depot/" + name, csv("INS-1")));

        assertThat(log().getFirst()).extracting(Call::code, Call::status).containsExactly("bad-name", 422);
    }

    @Test
    void aFileThatIsEmptyOrTooLargeIsRefused() throws IOException {
        refused(SftpConstants.SSH_FX_FAILURE, () -> DropClient.put(sftp, "depot/a.csv", ""));
        assertThat(log().getFirst().code()).isEqualTo("empty-file");

        var handle = sftp.open("depot/b.csv", List.of(OpenMode.Write, OpenMode.Create));
        sftp.write(handle, FeedFiles.LARGEST - 1, new byte[] {65}, 0, 1);
        refused(SftpConstants.SSH_FX_FAILURE, () -> sftp.write(handle, FeedFiles.LARGEST, new byte[] {66}, 0, 1));
        refused(SftpConstants.SSH_FX_FAILURE, () -> sftp.close(handle));

        assertThat(log().getFirst().code()).isEqualTo("too-large");
        assertThat(files.recent(music.partner, 10)).isEmpty();
        assertThat(DropClient.names(sftp, "depot")).isEmpty();
    }

    @Test
    void whatWeCannotKeepIsSaidAndCanBeSentAgain() throws IOException {
        DropClient.put(sftp, "depot/a.csv.tmp", csv("INS-1"));
        jdbc.sql("alter table partners.feed_file add constraint broken check (partner <> '" + music.partner.id() + "')")
                .update();
        try {
            refused(SftpConstants.SSH_FX_FAILURE, () -> DropClient.put(sftp, "depot/b.csv", csv("INS-2")));
            refused(SftpConstants.SSH_FX_FAILURE, () -> sftp.rename("depot/a.csv.tmp", "depot/a.csv"));
        } finally {
            jdbc.sql("alter table partners.feed_file drop constraint broken").update();
        }
        assertThat(log()).extracting(Call::code).containsExactly("not-kept", "not-kept");
        assertThat(DropClient.names(sftp, "depot")).containsExactly("a.csv.tmp");

        sftp.rename("depot/a.csv.tmp", "depot/a.csv");
        await().until(() -> ledger.feed(zoe).size() == 1);
    }

    @Test
    void aKeyTakenBackNoLongerCountsFromTheNextFileOn() throws IOException {
        var fingerprint = keys.of(music.partner).getFirst().fingerprint();
        assertThat(keys.remove(music.partner, fingerprint)).isTrue();

        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> DropClient.put(sftp, "depot/a.csv", csv("INS-1")));
        refused(SftpConstants.SSH_FX_PERMISSION_DENIED, () -> sftp.stat(RECEIPT));
        assertThat(files.recent(music.partner, 10)).isEmpty();
    }

    private SftpClient come(PartnerProgram program, KeyPair shown) throws IOException {
        if (PublicKeyLine.read(DropClient.line(shown), Instant.EPOCH) instanceof KeyOutcome.Good(var good)) {
            keys.add(program.partner, good);
        }
        return client.sftp(program.partner.slug(), shown);
    }

    private static void refused(int status, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        SftpException.class,
                        refusal -> assertThat(refusal.getStatus())
                                .as(refusal.getMessage())
                                .isEqualTo(status));
    }

    private List<Call> log() {
        return calls.newest(music.partner.id(), false, 10);
    }

    private String csv(String number) {
        return Enrolments.HEADER + Enrolments.line(number, card, "Reçu");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
