package fr.parvis.applications.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.GuardedFetch;
import fr.parvis.applications.Refusal;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sure that a program is the application it says: by its secret, or a signed assertion (RFC 7523) used once. */
@Component
class ClientCheck {

    private final Applications applications;
    private final ApplicationJournal journal;
    private final GuardedFetch fetch;
    private final ClientAuthenticationVerifier<Application> verifier;
    private final Map<String, JWKSource<SecurityContext>> keySets = new ConcurrentHashMap<>();

    ClientCheck(
            Applications applications,
            ApplicationJournal journal,
            Assertions assertions,
            Provider provider,
            GuardedFetch fetch) {
        this.applications = applications;
        this.journal = journal;
        this.fetch = fetch;
        this.verifier = new ClientAuthenticationVerifier<>(
                new Keys(),
                Set.of(new Audience(provider.issuer()), new Audience(provider.address(Provider.TOKEN))),
                JWTAudienceCheck.LEGACY,
                assertions);
    }

    /** The application, when it proves itself and is not suspended; the journal says why it did not. */
    Optional<Application> check(@Nullable ClientAuthentication proof) {
        return switch (proof) {
            case PlainClientSecret secret ->
                applications
                        .bySecret(
                                secret.getClientID().getValue(),
                                secret.getClientSecret().getValue())
                        .filter(application -> application.keySet() == null && !application.suspended())
                        .or(() -> refuse(secret, Refusal.SECRET, ""));
            case PrivateKeyJWT assertion -> check(assertion);
            case null -> Optional.empty();
            default -> refuse(proof, Refusal.PROOF, proof.getMethod().getValue());
        };
    }

    private Optional<Application> check(PrivateKeyJWT assertion) {
        var application = applications
                .byClientId(assertion.getClientID().getValue())
                .filter(known -> known.keySet() != null && !known.suspended());
        if (application.isEmpty()) {
            return refuse(assertion, Refusal.ASSERTION, "");
        }
        if (assertion.getJWTAuthenticationClaimsSet().getJWTID() == null) {
            return refuse(assertion, Refusal.ASSERTION, "jti manque"); // OpenID Connect Core, section 9
        }
        try {
            var context = new Context<Application>();
            context.set(application.get());
            verifier.verify(assertion, Set.of(), context);
            return application;
        } catch (InvalidClientException | JOSEException refused) {
            return refuse(assertion, Refusal.ASSERTION, String.valueOf(refused.getMessage()));
        }
    }

    /** What the registration says comes before what is wrong with the proof itself. */
    private Optional<Application> refuse(ClientAuthentication proof, Refusal fault, String detail) {
        applications.byClientId(proof.getClientID().getValue()).ifPresent(application -> {
            var why = registered(application, proof);
            journal.refuse(application.id(), "invalid_client", why == null ? fault : why, why == null ? detail : "");
        });
        return Optional.empty();
    }

    private static @Nullable Refusal registered(Application application, ClientAuthentication proof) {
        if (application.suspended()) {
            return Refusal.SUSPENDED;
        }
        if (application.keySet() != null && proof instanceof PlainClientSecret) {
            return Refusal.SECRET_FOR_KEYS;
        }
        return application.keySet() == null && proof instanceof PrivateKeyJWT ? Refusal.KEYS_FOR_SECRET : null;
    }

    /** The keys an application publishes, fetched when they are not known yet. */
    private final class Keys implements ClientCredentialsSelector<Application> {

        @Override
        public List<Secret> selectClientSecrets(
                ClientID client, ClientAuthenticationMethod method, Context<Application> context) {
            return List.of();
        }

        @Override
        public List<? extends PublicKey> selectPublicKeys(
                ClientID client,
                ClientAuthenticationMethod method,
                JWSHeader header,
                boolean forceRefresh,
                Context<Application> context)
                throws InvalidClientException {
            var address = context.get().keySet();
            if (address == null) {
                return List.of();
            }
            try {
                var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
                List<PublicKey> keys = new ArrayList<>();
                for (var key : keySets.computeIfAbsent(address, ClientCheck.this::source)
                        .get(selector, null)) {
                    keys.add(((AsymmetricJWK) key).toPublicKey());
                }
                return keys;
            } catch (JOSEException unreachable) {
                throw new InvalidClientException(
                        "les clés de l’application n’ont pas pu être lues, " + unreachable.getMessage());
            }
        }
    }

    private JWKSource<SecurityContext> source(String address) {
        try {
            return JWKSourceBuilder.create(URI.create(address).toURL(), fetch).build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("addresses are checked when an application is registered", impossible);
        }
    }
}
