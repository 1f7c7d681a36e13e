package fr.parvis.partners.feeds.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Settings;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who comes in by SFTP, and to what. */
@ParvisTest
class SftpServerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

    @Autowired
    private DropKeys keys;

    @Autowired
    private SftpServer server;

    @Autowired
    private HostKey hostKey;

    @Autowired
    private Counter counter;

    @LocalServerPort
    private int port;

    private final KeyPair key = DropClient.newKey("ecdsa-sha2-nistp256", 256);
    private DropClient client;
    private PartnerProgram music;
    private String user;

    @BeforeEach
    void aPartnerHasAKey() {
        client = new DropClient(address().port());
        music = house.register("Conservatoire", port);
        user = music.partner.slug();
        give(music, key);
    }

    @AfterEach
    void everybodyGoes() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp521, 521", "ssh-rsa, 2048"})
    void everyUsualKindOfKeyComesIn(String kind, int bits) throws IOException {
        var one = DropClient.newKey(kind, bits);
        give(music, one);

        assertThat(client.session(user, one).isAuthenticated()).isTrue();
    }

    @Test
    void onlyThePartnersOwnKeyComesIn() {
        var other = house.register("Autre", port);
        var others = DropClient.newKey("ecdsa-sha2-nistp256", 256);
        give(other, others);

        assertThatThrownBy(() -> client.session(user, DropClient.newKey("ecdsa-sha2-nistp256", 256)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.session(user, others)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.session("personne", key)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.session("", key)).isInstanceOf(IOException.class);
    }

    @Test
    void noPasswordComesIn() throws IOException {
        var session = client.connected(user);
        session.addPasswordIdentity("motdepasse");

        assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
    }

    @Test
    void aSuspendedPartnerStaysOutside() throws IOException {
        partners.save(suspended(music.partner));
        assertThatThrownBy(() -> client.session(user, key)).isInstanceOf(IOException.class);

        partners.save(music.partner);
        assertThat(client.session(user, key).isAuthenticated()).isTrue();
    }

    @Test
    void thereIsNoShellAndNoCommand() throws IOException {
        for (var channel : List.of("id", "scp -t /", "sftp-server")) {
            assertThat(isServed(client.session(user, key).createExecChannel(channel)))
                    .as(channel)
                    .isFalse();
        }
    }

    @Test
    void thereIsNothingButSftp() throws IOException {
        var session = client.session(user, key);

        assertThat(isServed(session.createShellChannel())).isFalse();
        assertThat(isServed(session.createSubsystemChannel("netconf"))).isFalse();
    }

    @Test
    void nobodyGoesFurtherFromHere() throws IOException {
        var pages = new SshdSocketAddress("127.0.0.1", port);
        var direct = client.session(user, key).createDirectTcpipChannel(SshdSocketAddress.LOCALHOST_ADDRESS, pages);
        var session = client.session(user, key);

        assertThatThrownBy(() -> direct.open().verify(PATIENCE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> session.startRemotePortForwarding(new SshdSocketAddress("127.0.0.1", 0), pages))
                .isInstanceOf(IOException.class);
    }

    @Test
    void onePartnerComesInSoManyTimesAtOnce() throws IOException {
        for (int i = 0; i < SftpServer.MOST_OF_ONE; i++) {
            assertThat(client.session(user, key).isAuthenticated()).isTrue();
        }

        assertThatThrownBy(() -> SftpClientFactory.instance().createSftpClient(client.session(user, key)))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 42", "60, 1"})
    void whoStandsAtTheDoorWithoutAProofKeepsNobodyOut(int addresses, int times) throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < addresses * times; i++) {
                idle.add(idle("127.0.1." + (1 + i % addresses)));
            }
            assertThat(client.session(user, key).isAuthenticated()).isTrue();

            assertThat(idle.getFirst().getInputStream().readAllBytes())
                    .as("it said who it is, and closed")
                    .asString(StandardCharsets.US_ASCII)
                    .startsWith("SSH-2.0-PARVIS");
            assertThat(client.session(user, key).isAuthenticated()).isTrue();
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    private Socket idle(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), address().port()));
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        return socket;
    }

    @Test
    void theTownIsKnownByTheSameKeyAfterARestart() throws IOException {
        client.session(user, key);
        assertThat(client.met()).isEqualTo(address().fingerprint());
        var again = new SftpServer(Settings.from(Map.of("PARVIS_SFTP_PORT", "0")), hostKey, keys, counter);
        again.start();
        try (var other = new DropClient(again.address().orElseThrow().port())) {
            other.session(user, key);
            assertThat(other.met()).isEqualTo(client.met());
        } finally {
            again.stop();
        }
        assertThat(again.address()).isEmpty();
    }

    @Test
    void withoutAPortNobodyListens() {
        var none = new SftpServer(Settings.from(Map.of()), hostKey, keys, counter);

        assertThat(none.isAutoStartup()).isFalse();
        assertThat(none.address()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var second = new SftpServer(
                Settings.from(
                        Map.of("PARVIS_SFTP_PORT", String.valueOf(address().port()))),
                hostKey,
                keys,
                counter);

        assertThatThrownBy(second::start).hasMessageContaining("PARVIS_SFTP_PORT");
    }

    private SftpServer.Address address() {
        return server.address().orElseThrow();
    }

    private void give(PartnerProgram program, KeyPair shown) {
        assertThat(PublicKeyLine.read(DropClient.line(shown), Instant.EPOCH))
                .isInstanceOfSatisfying(KeyOutcome.Good.class, good -> keys.add(program.partner, good.key()));
    }

    /** Whether the server took what a channel is for; what it takes ends with a status. */
    private static boolean isServed(ClientChannel channel) throws IOException {
        try {
            channel.open().verify(PATIENCE);
            var state = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            return !state.contains(ClientChannelEvent.CLOSED) || channel.getExitStatus() != null;
        } catch (SshException refused) {
            return false;
        }
    }

    private static Partner suspended(Partner known) {
        return new Partner(
                known.id(),
                known.slug(),
                known.name(),
                known.application(),
                known.source(),
                known.site(),
                known.unit(),
                known.contact(),
                true,
                known.webhook());
    }
}
