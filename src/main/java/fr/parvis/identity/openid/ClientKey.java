package fr.parvis.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import fr.parvis.kernel.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key by which the town proves itself to identity providers instead of a secret ({@code private_key_jwt}, RFC 7523):
 * the one that the settings bring, or one made and kept sealed. Only its public half ever leaves.
 */
@Component
public class ClientKey {

    /** Long enough for clocks that differ a little, short enough that a stolen assertion is worth nothing. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Optional<JWK> ofTheSettings;
    private final ClientKeyTable table;
    private final Clock clock;
    private @Nullable JWK kept;

    ClientKey(Settings settings, ClientKeyTable table, Clock clock) {
        this.ofTheSettings = Optional.ofNullable(settings.clientKey()).map(ClientKeyFile::read);
        this.table = table;
        this.clock = clock;
    }

    /** What providers fetch to verify it. */
    JWKSet published() {
        return new JWKSet(key().toPublicJWK());
    }

    /** Proves to this provider, once and within the minute, that the town is this client of it. */
    PrivateKeyJWT assertion(ClientID client, Issuer audience) {
        try {
            var now = clock.instant();
            var claims = new JWTAuthenticationClaimsSet(
                    client,
                    new Audience(audience).toSingleAudienceList(),
                    Date.from(now.plus(GOOD_FOR)),
                    null,
                    Date.from(now),
                    new JWTID());
            var key = key();
            var algorithm = KeyType.EC.equals(key.getKeyType()) ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
            var secret = ((AsymmetricJWK) key).toPrivateKey();
            return new PrivateKeyJWT(claims, algorithm, secret, key.getKeyID(), null);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key was checked when it was read", impossible);
        }
    }

    private JWK key() {
        return ofTheSettings.orElseGet(this::kept);
    }

    private synchronized JWK kept() {
        if (kept == null) {
            kept = table.findOrMake();
        }
        return kept;
    }
}
