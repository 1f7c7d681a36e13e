package fr.parvis.partners.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.applications.PublicAddresses;
import fr.parvis.partners.PartnerServer;
import fr.parvis.partners.signing.Signature;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call to a partner's server, however that server behaves. */
class GuardedPostTests {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final PartnerServer server = new PartnerServer();
    private final GuardedPost demo = new GuardedPost(true, Duration.ofSeconds(2));
    private final GuardedPost town = new GuardedPost(false, Duration.ofSeconds(2));

    @AfterEach
    void close() throws Exception {
        server.close();
        demo.close();
        town.close();
    }

    @Test
    void aServerThatAnswersTwoHundredHasTakenIt() {
        server.answerStatus(202);

        assertThat(post(demo, server.address())).isEqualTo(new Answer(202, null));
        assertThat(server.told()).hasSize(1);
    }

    @Test
    void aServerThatFailsIsQuotedALittle() {
        server.behave((exchange, self) -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody()
                    .write("base de données éteinte\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        });

        var answer = post(demo, server.address());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.error())
                .startsWith("HTTP 500 : base de données éteinte")
                .hasSizeLessThan(400);
    }

    @Test
    void redirectsAreNotFollowed() {
        var reached = new AtomicBoolean();
        try (var other = new PartnerServer()) {
            other.behave((exchange, self) -> reached.set(true));
            for (var target : List.of(
                    "http://169.254.169.254/latest/meta-data/", other.address().toString())) {
                server.behave((exchange, self) -> {
                    exchange.getResponseHeaders().add("Location", target);
                    exchange.sendResponseHeaders(307, -1);
                });
                assertThat(post(demo, server.address()))
                        .isEqualTo(new Answer(307, "HTTP 307 : une redirection n’est jamais suivie."));
            }
        }
        assertThat(reached).isFalse();
        assertThat(server.told()).hasSize(2);
    }

    @Test
    void aServerThatHangsIsLeft() {
        server.behave((exchange, self) -> self.hang());

        assertThat(post(demo, server.address())).isEqualTo(new Answer(null, "Pas de réponse en 2 secondes."));
    }

    /** Each byte comes soon enough for a time limit on reading; the whole does not. */
    @Test
    void aServerThatDripsIsLeft() {
        server.behave((exchange, self) -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write('…');
            exchange.getResponseBody().flush();
            self.hang();
        });

        assertThat(post(demo, server.address())).isEqualTo(new Answer(500, "HTTP 500."));
    }

    @Test
    void aServerThatIsGoneIsSaidToBe() {
        var address = server.address();
        server.close();

        assertThat(post(demo, address)).isEqualTo(new Answer(null, "L’adresse ne répond pas."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/x",
                "https://172.16.5.4/x",
                "https://192.168.0.1:8443/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://127.0.0.2/x",
                "https://2130706433/x",
                "https://0.0.0.0/x",
                "https://[fc00::1]/x",
                "https://[fe80::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[::ffff:7f00:1]/x"
            })
    void privateAddressesAreRefused(String address) {
        assertThat(post(town, URI.create(address)).error()).isEqualTo("L’adresse mène à un réseau privé.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/x", "https://127.0.0.1/x", "https://[::1]/x", "http://parvis.example/x"})
    void whatIsNotAPublicSiteIsRefused(String address) {
        assertThat(post(town, URI.create(address)).error())
                .isEqualTo("L’adresse n’est pas celle d’un site public en https.");
    }

    @Test
    void aTakenEventIsTakenWhateverDripsAfterIt() {
        server.behave((exchange, self) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('o');
            exchange.getResponseBody().flush();
            self.hang();
        });

        assertThat(post(demo, server.address())).isEqualTo(new Answer(200, null));
    }

    /** A name may lead anywhere: what it resolves to is looked at, and that is where the connection goes. */
    @Test
    void namesThatLeadToThisComputerAreRefused() throws Exception {
        assertThatThrownBy(() -> new PublicAddresses(false).resolve("localhost"))
                .isInstanceOf(PublicAddresses.PrivateAddressException.class);
        assertThat(new PublicAddresses(true).resolve("localhost")).isNotEmpty();
    }

    private static Answer post(GuardedPost post, URI address) {
        var signature = Signature.of("1", Instant.EPOCH, BODY, List.of(new byte[32]));
        return post.post(address, BODY, signature);
    }
}
