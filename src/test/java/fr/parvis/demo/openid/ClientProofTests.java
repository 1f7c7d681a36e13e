package fr.parvis.demo.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.kernel.Settings.Registration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulators hold the town to RFC 7523 as the State does: an assertion that breaks one rule proves nothing. */
class ClientProofTests {

    private static final String ISSUER = "https://fournisseur.example/api/v2";
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ECKey elliptic =
            new ECKeyGenerator(Curve.P_256).keyID("courbe").generate();
    private final RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    private final ClientProof proof = new ClientProof(
            new Registration(URI.create(ISSUER), "parvis", null), ISSUER, Clock.fixed(NOW, ZoneOffset.UTC));

    private HttpServer town;

    ClientProofTests() throws JOSEException {}

    @BeforeEach
    void theTownPublishesItsKeys() throws IOException {
        town = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(java.util.List.of(elliptic.toPublicJWK(), rsa.toPublicJWK())).toString();
        town.createContext(ClientProof.KEYS, exchange -> Http.send(exchange, 200, "application/json", keys));
        town.start();
    }

    @AfterEach
    void close() {
        town.stop(0);
    }

    @Test
    void takesBothKindsOfKeyAndBothNamesOfTheProvider() throws JOSEException {
        assertThat(isProven(assertion(ISSUER, NOW.plus(MINUTE), "un", elliptic)))
                .isTrue();
        assertThat(isProven(assertion(ISSUER + "/token", NOW.plus(MINUTE), "deux", rsa)))
                .isTrue();
    }

    @Test
    void refusesAnAssertionForAnotherProvider() throws JOSEException {
        assertThat(isProven(assertion("https://ailleurs.example/token", NOW.plus(MINUTE), "un", elliptic)))
                .isFalse();
    }

    @Test
    void refusesAnAssertionThatIsOverOrLastsTooLong() throws JOSEException {
        assertThat(isProven(assertion(ISSUER, NOW.minusSeconds(1), "un", elliptic)))
                .isFalse();
        assertThat(isProven(assertion(ISSUER, NOW.plus(Duration.ofHours(1)), "deux", elliptic)))
                .isFalse();
    }

    @Test
    void refusesAnAssertionPlayedAgainOrWithoutAName() throws JOSEException {
        var assertion = assertion(ISSUER, NOW.plus(MINUTE), "un", elliptic);
        assertThat(isProven(assertion)).isTrue();
        assertThat(isProven(assertion)).isFalse();
        assertThat(isProven(assertion(ISSUER, NOW.plus(MINUTE), null, elliptic)))
                .isFalse();
    }

    @Test
    void refusesAKeyThatTheTownDoesNotPublish() throws JOSEException {
        var thief = new ECKeyGenerator(Curve.P_256).keyID("courbe").generate();
        assertThat(isProven(assertion(ISSUER, NOW.plus(MINUTE), "un", thief))).isFalse();
        var unknown = new ECKeyGenerator(Curve.P_256).keyID("inconnue").generate();
        assertThat(isProven(assertion(ISSUER, NOW.plus(MINUTE), "deux", unknown)))
                .isFalse();
    }

    @Test
    void refusesAnotherClientAndASecret() throws JOSEException {
        assertThat(isProven(assertion("voisin", ISSUER, NOW.plus(MINUTE), "un", elliptic)))
                .isFalse();
        assertThat(proof.isProven(Map.of("client_id", "parvis", "client_secret", "secret")))
                .isFalse();
        assertThat(isProven("pas.un.jeton")).isFalse();
    }

    private static String assertion(String audience, Instant end, @Nullable String id, JWK key) throws JOSEException {
        return assertion("parvis", audience, end, id, key);
    }

    private static String assertion(String client, String audience, Instant end, @Nullable String id, JWK key)
            throws JOSEException {
        var claims = new JWTAuthenticationClaimsSet(
                new ClientID(client),
                new Audience(audience).toSingleAudienceList(),
                Date.from(end),
                null,
                null,
                id == null ? null : new JWTID(id));
        var algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        return new PrivateKeyJWT(claims, algorithm, ((AsymmetricJWK) key).toPrivateKey(), key.getKeyID(), null)
                .getClientAssertion()
                .serialize();
    }

    private boolean isProven(String assertion) {
        return proof.isProven(Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion,
                "redirect_uri",
                "http://127.0.0.1:" + town.getAddress().getPort() + "/connexion/retour"));
    }
}
