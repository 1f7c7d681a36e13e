package fr.parvis.demo.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import fr.parvis.kernel.Settings.Registration;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes sure that who asks for tokens is the one client: by its secret, or by an assertion (RFC 7523) made for this
 * provider, good for a moment and once, and signed with a key that the client publishes.
 */
final class ClientProof {

    /** Where the client publishes its keys, on the site it is sent back to. */
    static final String KEYS = "/connexion/jwks";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    private final Registration client;
    private final Set<Audience> audiences;
    private final Clock clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ClientProof(Registration client, String issuer, Clock clock) {
        this.client = client;
        this.audiences = Set.of(new Audience(issuer), new Audience(issuer + "/token"));
        this.clock = clock;
    }

    /** Its name in discovery documents. */
    String method() {
        return client.clientSecret() == null ? "private_key_jwt" : "client_secret_post";
    }

    boolean isProven(Map<String, String> request) {
        var secret = client.clientSecret();
        return secret == null
                ? isAsserted(request)
                : client.clientId().equals(request.get("client_id")) && secret.equals(request.get("client_secret"));
    }

    private boolean isAsserted(Map<String, String> request) {
        try {
            var assertion = PrivateKeyJWT.parse(Map.of(
                    "client_assertion_type", List.of(request.getOrDefault("client_assertion_type", "")),
                    "client_assertion", List.of(request.getOrDefault("client_assertion", ""))));
            var keys = URI.create(request.getOrDefault("redirect_uri", "")).resolve(KEYS);
            var claims = assertion.getJWTAuthenticationClaimsSet();
            return isForThisMoment(claims) && isSigned(assertion.getClientAssertion(), keys) && isFirst(claims);
        } catch (ParseException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean isForThisMoment(JWTAuthenticationClaimsSet claims) {
        var now = clock.instant();
        var end = claims.getExpirationTime().toInstant();
        return claims.getClientID().getValue().equals(client.clientId())
                && Audience.matchesAny(claims.getAudience(), audiences)
                && end.isAfter(now)
                && end.isBefore(now.plus(LONGEST_LIFE));
    }

    private static boolean isSigned(SignedJWT assertion, URI keys) {
        try {
            var header = assertion.getHeader();
            return ALGORITHMS.contains(header.getAlgorithm())
                    && JWKSet.load(keys.toURL()).getKeyByKeyId(header.getKeyID()) instanceof AsymmetricJWK key
                    && assertion.verify(new DefaultJWSVerifierFactory().createJWSVerifier(header, key.toPublicKey()));
        } catch (IOException | java.text.ParseException | JOSEException unreadable) {
            return false;
        }
    }

    private boolean isFirst(JWTAuthenticationClaimsSet claims) {
        return claims.getJWTID() != null && used.add(claims.getJWTID().getValue());
    }
}
