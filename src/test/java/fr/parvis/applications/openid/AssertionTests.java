package fr.parvis.applications.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Applications that prove themselves with a key ({@code private_key_jwt}, RFC 7523); whatever is amiss proves nothing. */
@ParvisTest
class AssertionTests {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @LocalServerPort
    int port;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationJournal journal;

    @Autowired
    Clock clock;

    KeyPublisher publisher;
    RSAKey key;
    Vendor vendor;

    @BeforeEach
    void begin() throws Exception {
        publisher = new KeyPublisher();
        key = KeyPublisher.newKey("premiere");
        publisher.publish(key);
        vendor = Vendor.withKeys(applications, port, publisher.address());
    }

    @AfterEach
    void end() {
        publisher.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Provider.TOKEN})
    void takesAnAssertionOnce(String audience) throws Exception {
        var assertion = signed(claims().audience("http://localhost:" + port + audience), key);
        assertThat(ask(assertion)).isEqualTo(200);
        assertThat(ask(assertion)).as("replayed").isEqualTo(401);
        assertThat(reason()).startsWith("invalid_client : assertion refusée");
    }

    @Test
    void takesNoAssertionForSomebodyElse() throws Exception {
        assertThat(ask(signed(claims().audience("https://ailleurs.example"), key)))
                .isEqualTo(401);
        var other = Vendor.withKeys(applications, port, "http://localhost:1/cles");
        var taken = claims().subject(other.application.clientId()).issuer(other.application.clientId());
        assertThat(ask(signed(taken, key))).as("the keys of another").isEqualTo(401);
        assertThat(ask(signed(claims().issuer("un-autre"), key))).isIn(400, 401);
    }

    @Test
    void takesNoAssertionThatIsOverOrCannotBeToldFromItsCopy() throws Exception {
        var past = Date.from(clock.instant().minus(Duration.ofMinutes(10)));
        assertThat(ask(signed(claims().expirationTime(past), key))).isEqualTo(401);
        assertThat(ask(signed(claims().expirationTime(null), key))).isIn(400, 401);
        assertThat(ask(signed(claims().jwtID(null), key))).isEqualTo(401);
        assertThat(reason()).contains("jti manque");
    }

    @Test
    void takesNoOtherKeyWhateverItIsCalled() throws Exception {
        assertThat(ask(signed(claims(), KeyPublisher.newKey("premiere")))).isEqualTo(401);
        assertThat(ask(signed(claims(), KeyPublisher.newKey("inconnue")))).isEqualTo(401);
    }

    @Test
    void takesNoUnsignedAssertionAndNoSharedSecret() throws Exception {
        assertThat(ask(new PlainJWT(claims().build()).serialize())).isIn(400, 401);
        var publicKey = key.toRSAPublicKey().getEncoded();
        assertThat(ask(signed(claims(), JWSAlgorithm.HS256, new MACSigner(publicKey))))
                .as("the public key as a secret")
                .isEqualTo(401);
    }

    @Test
    void takesTheSecretOfNoApplicationThatHasKeys() {
        assertThat(vendor.call(Provider.INTROSPECT, "token", "x").status()).isEqualTo(401);
        assertThat(reason()).contains("enregistrée avec ses clés");
    }

    @Test
    void takesTheKeysOfNoApplicationThatHasASecret() throws Exception {
        vendor = Vendor.register(applications, port);
        assertThat(ask(signed(claims(), key))).isEqualTo(401);
        assertThat(reason()).contains("enregistrée avec un secret");
        assertThat(vendor.callWith("pas-le-secret", Provider.INTROSPECT, "token", "x")
                        .status())
                .isEqualTo(401);
        assertThat(reason()).isEqualTo("invalid_client : secret inconnu ou expiré");
    }

    @Test
    void takesNoAssertionOfASuspendedApplication() throws Exception {
        applications.suspend(vendor.application.id(), true);
        assertThat(ask(signed(claims(), key))).isEqualTo(401);
        assertThat(reason()).contains("suspendue");
    }

    @Test
    void followsTheKeysThatTheVendorPublishes() throws Exception {
        assertThat(ask(signed(claims(), key))).isEqualTo(200);
        var next = KeyPublisher.newKey("seconde");
        publisher.publish(next);
        assertThat(ask(signed(claims(), next))).as("fetched at once").isEqualTo(200);
        assertThat(ask(signed(claims(), key))).as("no longer published").isEqualTo(401);
    }

    @Test
    void followsNoRedirectToFindKeys() throws Exception {
        vendor = Vendor.withKeys(applications, port, publisher.detour());
        assertThat(ask(signed(claims(), key))).isEqualTo(401);
        assertThat(reason()).contains("n’ont pas pu être lues");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(vendor.application.clientId())
                .subject(vendor.application.clientId())
                .audience("http://localhost:" + port)
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(2))))
                .jwtID(UUID.randomUUID().toString());
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey with) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer)
            throws Exception {
        var token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    /** The status of the answer to a question that only a proven application may ask. */
    private int ask(String assertion) {
        return new Browser(port)
                .postAsIs(
                        Provider.INTROSPECT, "token", "x", "client_assertion_type", TYPE, "client_assertion", assertion)
                .status();
    }

    private String reason() {
        return journal.newest(vendor.application.id(), 1).getFirst().detail();
    }
}
