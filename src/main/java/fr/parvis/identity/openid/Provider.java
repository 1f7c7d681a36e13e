package fr.parvis.identity.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
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

    static final int CONNECT_MILLIS = 2_000;
    static final int READ_MILLIS = 5_000;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);

    /** How long it is left in peace after it did not answer. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final URI issuer;
    private final Reach reach;
    private final Clock clock;

    private @Nullable Known known;
    private Instant failedAt = Instant.EPOCH;

    Provider(URI issuer, Reach reach, Clock clock) {
        this.issuer = issuer;
        this.reach = reach;
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

    private Known read(Instant now) throws GeneralException, IOException {
        reach.check(issuer);
        var metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLIS, READ_MILLIS);
        check("authorization_endpoint", metadata.getAuthorizationEndpointURI());
        check("token_endpoint", metadata.getTokenEndpointURI());
        check("userinfo_endpoint", metadata.getUserInfoEndpointURI());
        check("jwks_uri", metadata.getJWKSetURI());
        return new Known(metadata, keys(metadata.getJWKSetURI()), now);
    }

    private void check(String name, @Nullable URI endpoint) throws GeneralException, IOException {
        if (endpoint == null) {
            throw new GeneralException("it has no " + name);
        }
        reach.check(endpoint);
    }

    private static JWSVerificationKeySelector<SecurityContext> keys(URI address) throws MalformedURLException {
        var source = JWKSourceBuilder.<SecurityContext>create(
                        address.toURL(), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS))
                .cache(KEYS_KEPT.toMillis(), READ_MILLIS)
                .rateLimited(false)
                .build();
        return new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), source);
    }
}
