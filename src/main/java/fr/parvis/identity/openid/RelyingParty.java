package fr.parvis.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.parvis.identity.openid.Provider.Known;
import fr.parvis.identity.openid.ProviderException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The town as a client of a provider: the authorization code flow with userinfo, and signing out. */
public final class RelyingParty implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final Terms terms;
    private final ClientKey key;
    private final Line line;
    private final Provider provider;

    public RelyingParty(Terms terms, ClientKey key, Clock clock) {
        this(terms, key, new OpenLine(), clock);
    }

    /** A provider that is not trusted with where the town calls it. */
    public RelyingParty(Terms terms, ClientKey key, Line line, Clock clock) {
        this.terms = terms;
        this.key = key;
        this.line = line;
        this.provider = new Provider(terms.registration().issuer(), line, clock);
    }

    String name() {
        return terms.name();
    }

    /** Whether it did not answer a moment ago. */
    public boolean isDown() {
        return provider.isDown();
    }

    @Override
    public Optional<String> origin() {
        var issuer = terms.registration().issuer();
        return Optional.of(issuer.getScheme() + "://" + issuer.getRawAuthority());
    }

    /** Where to send a browser that begins this attempt. */
    URI authorization(Attempt attempt) throws ProviderException {
        var scope = new Scope(terms.scope().toArray(String[]::new));
        var known = provider.known();
        var request = new AuthenticationRequest.Builder(ResponseType.CODE, scope, client(), terms.callback())
                .endpointURI(known.metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()));
        if (knowsPkce(known)) {
            request.codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        }
        if (terms.levelAsEssentialClaim()) {
            var level = new ClaimsSetRequest.Entry("acr")
                    .withClaimRequirement(ClaimRequirement.ESSENTIAL)
                    .withValues(terms.levels());
            request.claims(new OIDCClaimsRequest().withIDTokenClaimsRequest(new ClaimsSetRequest().add(level)));
        } else if (!terms.levels().isEmpty()) {
            request.acrValues(terms.levels().stream().map(ACR::new).toList());
        }
        return request.build().toURI();
    }

    @Override
    public Optional<URI> endOfSession(String idToken, String state) {
        try {
            var token = JWTParser.parse(idToken);
            var issuer = token.getJWTClaimsSet().getIssuer();
            if (!terms.registration().issuer().toString().equals(issuer)) {
                return Optional.empty();
            }
            var endpoint = provider.known().metadata().getEndSessionEndpointURI();
            return Optional.of(new LogoutRequest(endpoint, token, terms.signedOut(), new State(state)).toURI());
        } catch (ProviderException unreachable) {
            LOG.warn("Signed out here but not of {}: {}", terms.name(), unreachable.getMessage());
            return Optional.empty();
        } catch (java.text.ParseException ours) {
            throw new IllegalStateException("the id_token was read when the session was opened", ours);
        }
    }

    /**
     * Exchanges the code for whom the provider proved. The code lives thirty seconds and the tokens sixty: both calls are
     * made at once, and the access token is not kept.
     *
     * @param issuer the {@code iss} of the answer, which must be theirs when there is one (RFC 9207)
     */
    Proof arrive(Attempt attempt, String code, @Nullable String issuer) throws ProviderException {
        var known = provider.known();
        if (issuer != null && !issuer.equals(known.metadata().getIssuer().getValue())) {
            throw new ProviderException(Kind.INVALID, "the answer comes from another issuer");
        }
        try {
            var tokens = tokens(known, attempt, code);
            var idToken = tokens.getOIDCTokens().getIDToken();
            var proven = verify(known, idToken, attempt);
            var request = new UserInfoRequest(
                    known.metadata().getUserInfoEndpointURI(),
                    tokens.getOIDCTokens().getBearerAccessToken());
            var sub = proven.getSubject().getValue();
            return new Proof(
                    known.metadata().getIssuer().getValue(),
                    sub,
                    userInfo(known, request, sub),
                    idToken.getParsedString());
        } catch (IOException failure) {
            throw new ProviderException(Kind.UNAVAILABLE, "it does not answer", failure);
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw new ProviderException(Kind.INVALID, "its answer is not valid", wrong);
        }
    }

    private OIDCTokenResponse tokens(Known known, Attempt attempt, String code)
            throws IOException, ParseException, ProviderException {
        var verifier = knowsPkce(known) ? new CodeVerifier(attempt.verifier()) : null;
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), terms.callback(), verifier);
        var request =
                new TokenRequest.Builder(known.metadata().getTokenEndpointURI(), authentication(known), grant).build();
        var response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            var error = response.toErrorResponse().getErrorObject().getCode();
            throw new ProviderException(Kind.INVALID, "the code was refused: " + error);
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    /** Signature, issuer, audience, end, nonce; then the level asked for. */
    private IDTokenClaimsSet verify(Known known, JWT idToken, Attempt attempt)
            throws BadJOSEException, JOSEException, ProviderException {
        var validator = new IDTokenValidator(known.metadata().getIssuer(), client(), known.keys(), null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        var claims = validator.validate(idToken, new Nonce(attempt.nonce()));
        var level = claims.getACR();
        if (!terms.levels().isEmpty() && (level == null || !terms.levels().contains(level.getValue()))) {
            throw new ProviderException(Kind.INVALID, "the id_token has not the level asked for");
        }
        return claims;
    }

    private JWTClaimsSet userInfo(Known known, UserInfoRequest request, String sub)
            throws IOException, ParseException, BadJOSEException, JOSEException, ProviderException {
        var response = UserInfoResponse.parse(send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new ProviderException(Kind.INVALID, "userinfo was refused");
        }
        var answer = response.toSuccessResponse();
        if (answer.getUserInfoJWT() != null) {
            return verify(known, answer.getUserInfoJWT(), sub);
        }
        if (terms.signedUserInfo()) {
            throw new ProviderException(Kind.INVALID, "userinfo is not signed");
        }
        if (!answer.getUserInfo().getSubject().getValue().equals(sub)) {
            throw new ProviderException(Kind.INVALID, "userinfo is of somebody else");
        }
        return answer.getUserInfo().toJWTClaimsSet();
    }

    private JWTClaimsSet verify(Known known, JWT userInfo, String sub) throws BadJOSEException, JOSEException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(known.keys());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                terms.registration().clientId(),
                new JWTClaimsSet.Builder()
                        .issuer(known.metadata().getIssuer().getValue())
                        .subject(sub)
                        .build(),
                Set.of("sub", "iss", "aud")));
        return Objects.requireNonNull(processor.process(userInfo, null));
    }

    private HTTPResponse send(HTTPRequest request) throws IOException, ProviderException {
        var response = line.send(request);
        if (response.getStatusCode() >= 500) {
            throw new ProviderException(Kind.UNAVAILABLE, "it answers " + response.getStatusCode());
        }
        return response;
    }

    /** By the secret both know, or by an assertion that the town signs. */
    private ClientAuthentication authentication(Known known) {
        var secret = terms.registration().clientSecret();
        return secret == null
                ? key.assertion(client(), known.metadata().getIssuer())
                : new ClientSecretPost(client(), new Secret(secret));
    }

    private static boolean knowsPkce(Known known) {
        var methods = known.metadata().getCodeChallengeMethods();
        return methods != null && methods.contains(CodeChallengeMethod.S256);
    }

    private ClientID client() {
        return new ClientID(terms.registration().clientId());
    }
}
