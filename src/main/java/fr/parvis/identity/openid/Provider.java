package fr.parvis.identity.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.parvis.identity.openid.ProviderException.Kind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider as its discovery document describes it, read when first needed and again each hour; its keys, read again
 * when one is not known.
 */
final class Provider {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration KEYS_READ = Duration.ofSeconds(5);

    /** How long it is left in peace after it did not answer. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final URI issuer;
    private final Line line;
    private final Clock clock;

    private @Nullable Known known;
    private Instant failedAt = Instant.EPOCH;

    Provider(URI issuer, Line line, Clock clock) {
        this.issuer = issuer;
        this.line = line;
        this.clock = clock;
    }

    /** What was read. */
    record Known(OIDCProviderMetadata metadata, JWSVerificationKeySelector<SecurityContext> keys, Instant readAt) {}

    synchronized Known known() throws ProviderException {
        var now = clock.instant();
        if (known != null && isWithin(known.readAt(), KEPT, now)) {
            return known;
        }
        if (isWithin(failedAt, REST, now)) {
            throw new ProviderException(Kind.UNAVAILABLE, "it did not answer a moment ago");
        }
        try {
            known = read(now);
            return known;
        } catch (GeneralException | IOException failure) {
            failedAt = now;
            throw new ProviderException(Kind.UNAVAILABLE, "its discovery document cannot be read", failure);
        }
    }

    /** Whether it failed to answer a moment ago. */
    synchronized boolean isDown() {
        return isWithin(failedAt, REST, clock.instant());
    }

    /** Not longer ago than so, and not in the future either: a clock that was set right makes nothing last for ever. */
    private static boolean isWithin(Instant then, Duration length, Instant now) {
        return !now.isBefore(then) && now.isBefore(then.plus(length));
    }

    /** OpenID Connect Discovery 1.0, section 4: a document that names another issuer is not its own. */
    private Known read(Instant now) throws GeneralException, IOException {
        var address = OIDCProviderMetadata.resolveURL(new Issuer(issuer));
        var metadata = OIDCProviderMetadata.parse(line.retrieveResource(address).getContent());
        if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
            throw new GeneralException("its discovery document is of another issuer");
        }
        require("authorization_endpoint", metadata.getAuthorizationEndpointURI());
        require("token_endpoint", metadata.getTokenEndpointURI());
        require("userinfo_endpoint", metadata.getUserInfoEndpointURI());
        require("jwks_uri", metadata.getJWKSetURI());
        return new Known(metadata, keys(metadata.getJWKSetURI()), now);
    }

    private static void require(String name, @Nullable URI endpoint) throws GeneralException {
        if (endpoint == null) {
            throw new GeneralException("it has no " + name);
        }
    }

    private JWSVerificationKeySelector<SecurityContext> keys(URI address) throws MalformedURLException {
        var source = JWKSourceBuilder.<SecurityContext>create(address.toURL(), line)
                .cache(KEYS_KEPT.toMillis(), KEYS_READ.toMillis())
                .rateLimited(false)
                .build();
        return new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), source);
    }
}
