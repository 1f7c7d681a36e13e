package fr.parvis.identity.franceconnect;

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
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.parvis.identity.franceconnect.FranceConnectException.Kind;
import fr.parvis.identity.franceconnect.Provider.Known;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The town as a client of FranceConnect v2: the authorization code flow with signed userinfo, and signing out. */
final class FranceConnect {

    private static final Scope SCOPE = new Scope("openid", "identite_pivot", "preferred_username", "email");
    private static final ACR LEVEL = new ACR("eidas1");
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final Settings.FranceConnect registration;
    private final Provider provider;
    private final URI callback;
    private final URI signedOut;

    FranceConnect(Settings.FranceConnect registration, Provider provider, Settings settings) {
        this.registration = registration;
        this.provider = provider;
        this.callback = URI.create(settings.url(FranceConnectController.CALLBACK));
        this.signedOut = URI.create(settings.url(FranceConnectController.SIGNED_OUT));
    }

    boolean isDown() {
        return provider.isDown();
    }

    /** Where to send a browser that begins this attempt. */
    URI authorization(Attempt attempt) throws FranceConnectException {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client(), callback)
                .endpointURI(provider.known().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .acrValues(List.of(LEVEL))
                .build()
                .toURI();
    }

    /** Where to send a browser whose session here is ended, so that the one there ends too. */
    URI endOfSession(String idToken) throws FranceConnectException {
        try {
            var endpoint = provider.known().metadata().getEndSessionEndpointURI();
            return new LogoutRequest(endpoint, JWTParser.parse(idToken), signedOut, new State()).toURI();
        } catch (java.text.ParseException ours) {
            throw new IllegalStateException("the id_token was read when the session was opened", ours);
        }
    }

    /**
     * Exchanges the code for whom FranceConnect proved. The code lives thirty seconds and the tokens sixty: both calls are
     * made at once, and the access token is not kept.
     *
     * @param issuer the {@code iss} of the answer, which must be theirs when there is one (RFC 9207)
     */
    Arrival arrive(Attempt attempt, String code, @Nullable String issuer) throws FranceConnectException {
        var known = provider.known();
        if (issuer != null && !issuer.equals(known.metadata().getIssuer().getValue())) {
            throw new FranceConnectException(Kind.INVALID, "the answer comes from another issuer");
        }
        try {
            var tokens = tokens(known, code);
            var idToken = tokens.getOIDCTokens().getIDToken();
            var proven = verify(known, idToken, attempt);
            var request = new UserInfoRequest(
                    known.metadata().getUserInfoEndpointURI(),
                    tokens.getOIDCTokens().getBearerAccessToken());
            var claims = verify(known, userInfo(request), proven.getSubject().getValue());
            return Claims.arrival(claims, idToken.getParsedString());
        } catch (IOException failure) {
            throw new FranceConnectException(Kind.UNAVAILABLE, "it does not answer", failure);
        } catch (ParseException | java.text.ParseException | BadJOSEException | JOSEException wrong) {
            throw new FranceConnectException(Kind.INVALID, "its answer is not valid", wrong);
        }
    }

    private OIDCTokenResponse tokens(Known known, String code)
            throws IOException, ParseException, FranceConnectException {
        var authentication = new ClientSecretPost(client(), new Secret(registration.clientSecret()));
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), callback);
        var request = new TokenRequest.Builder(known.metadata().getTokenEndpointURI(), authentication, grant).build();
        var response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            var error = response.toErrorResponse().getErrorObject().getCode();
            throw new FranceConnectException(Kind.INVALID, "the code was refused: " + error);
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    /** Signature, issuer, audience, end, nonce; then the level asked for. */
    private IDTokenClaimsSet verify(Known known, JWT idToken, Attempt attempt)
            throws BadJOSEException, JOSEException, FranceConnectException {
        var validator = new IDTokenValidator(known.metadata().getIssuer(), client(), known.keys(), null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        var claims = validator.validate(idToken, new Nonce(attempt.nonce()));
        if (!LEVEL.equals(claims.getACR())) {
            throw new FranceConnectException(Kind.INVALID, "the id_token has not the level asked for");
        }
        return claims;
    }

    private JWT userInfo(UserInfoRequest request) throws IOException, ParseException, FranceConnectException {
        var response = UserInfoResponse.parse(send(request.toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw new FranceConnectException(Kind.INVALID, "userinfo was refused");
        }
        var signed = response.toSuccessResponse().getUserInfoJWT();
        if (signed == null) {
            throw new FranceConnectException(Kind.INVALID, "userinfo is not signed");
        }
        return signed;
    }

    private JWTClaimsSet verify(Known known, JWT userInfo, String sub) throws BadJOSEException, JOSEException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(known.keys());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                registration.clientId(),
                new JWTClaimsSet.Builder()
                        .issuer(known.metadata().getIssuer().getValue())
                        .subject(sub)
                        .build(),
                Set.of("sub", "iss", "aud")));
        return Objects.requireNonNull(processor.process(userInfo, null));
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException, FranceConnectException {
        request.setConnectTimeout(Provider.CONNECT_MILLIS);
        request.setReadTimeout(Provider.READ_MILLIS);
        request.setFollowRedirects(false);
        var response = request.send();
        if (response.getStatusCode() >= 500) {
            throw new FranceConnectException(Kind.UNAVAILABLE, "it answers " + response.getStatusCode());
        }
        return response;
    }

    private ClientID client() {
        return new ClientID(registration.clientId());
    }
}
