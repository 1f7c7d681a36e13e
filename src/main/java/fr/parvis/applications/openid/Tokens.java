package fr.parvis.applications.openid;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Digests;
import fr.parvis.applications.Refusal;
import fr.parvis.applications.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives tokens for codes and refresh tokens; each works once, and a second use gives up all that came from the first. */
@Service
class Tokens {

    private static final Duration ID_TOKEN = Duration.ofMinutes(5);

    private final SignOnTable signOns;
    private final Acquaintances acquaintances;
    private final ApplicationJournal journal;
    private final SigningKeys keys;
    private final Provider provider;
    private final RandomGenerator random;
    private final Clock clock;

    Tokens(
            SignOnTable signOns,
            Acquaintances acquaintances,
            ApplicationJournal journal,
            SigningKeys keys,
            Provider provider,
            RandomGenerator random,
            Clock clock) {
        this.signOns = signOns;
        this.acquaintances = acquaintances;
        this.journal = journal;
        this.keys = keys;
        this.provider = provider;
        this.random = random;
        this.clock = clock;
    }

    /** The tokens for a code; none when it is not this application's, not fresh, or not from this browser (PKCE). */
    @Transactional
    Optional<OIDCTokens> exchange(Application application, AuthorizationCodeGrant grant) {
        var code = Digests.of(grant.getAuthorizationCode().getValue());
        var access = Digests.newSecret(random);
        var used = signOns.useCode(code, Digests.of(access));
        if (used.isEmpty()) {
            giveUp(application, signOns.byUsedCode(code), Refusal.CODE);
            return Optional.empty();
        }
        var fault = fault(application, grant, used.get());
        if (fault != null) {
            giveUp(application, used, fault);
            return Optional.empty();
        }
        journal.signedIn(application.id(), used.get().account());
        return tokens(application, used.get(), access);
    }

    /** New tokens for a refresh token. */
    @Transactional
    Optional<OIDCTokens> refresh(Application application, RefreshTokenGrant grant) {
        var token = Digests.of(grant.getRefreshToken().getValue());
        var signOn = signOns.byRefreshToken(token)
                .filter(found -> found.application().equals(application.id()));
        if (signOn.isEmpty()) {
            giveUp(application, Optional.empty(), Refusal.REFRESH_TOKEN);
            return Optional.empty();
        }
        var access = Digests.newSecret(random);
        var used = signOns.useRefreshToken(token, Digests.of(access));
        if (used.isEmpty()) {
            giveUp(application, signOn, Refusal.REFRESH_TOKEN_USED);
            return Optional.empty();
        }
        journal.note(application.id(), ApplicationJournal.Kind.REFRESHED, "");
        return tokens(application, used.get(), access);
    }

    private static @Nullable Refusal fault(Application application, AuthorizationCodeGrant grant, SignOn signOn) {
        if (!signOn.application().equals(application.id())) {
            return Refusal.CODE_OF_ANOTHER;
        }
        var address = grant.getRedirectionURI();
        if (address == null || !address.toString().equals(signOn.address())) {
            return Refusal.ADDRESS_DIFFERS;
        }
        var verifier = grant.getCodeVerifier();
        if (verifier == null
                || !CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(signOn.challenge())) {
            return Refusal.VERIFIER;
        }
        return null;
    }

    private void giveUp(Application application, Optional<SignOn> signOn, Refusal why) {
        signOn.ifPresent(found -> signOns.revoke(found.id()));
        journal.refuse(application.id(), "invalid_grant", why, "");
    }

    private Optional<OIDCTokens> tokens(Application application, SignOn signOn, String access) {
        return acquaintances.find(application.id(), signOn.account()).map(known -> {
            var bearer = new BearerAccessToken(access, SignOnTable.ACCESS.toSeconds(), new Scope("openid"));
            return new OIDCTokens(idToken(application, signOn, known.sub()), bearer, refreshToken(signOn));
        });
    }

    private @Nullable RefreshToken refreshToken(SignOn signOn) {
        if (!signOn.offline()) {
            return null;
        }
        var token = Digests.newSecret(random);
        signOns.addRefreshToken(signOn.id(), Digests.of(token));
        return new RefreshToken(token);
    }

    /** OpenID Connect Core, section 2. Who the person is comes from the user info endpoint, on demand. */
    private String idToken(Application application, SignOn signOn, String sub) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject(sub)
                .audience(application.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ID_TOKEN)))
                .claim("auth_time", signOn.signedInAt().getEpochSecond())
                .claim("acr", signOn.acr())
                .claim("amr", List.of(signOn.amr().split(" ", -1)))
                .claim("sid", provider.sid(signOn.session(), application.id()));
        if (signOn.nonce() != null) {
            claims.claim("nonce", signOn.nonce());
        }
        return keys.sign(application.algorithm(), JOSEObjectType.JWT, claims.build());
    }
}
