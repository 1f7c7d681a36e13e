package fr.parvis.demo.mediatheque;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;

/** A standard OpenID Connect client: all it is told is the discovery address, its name and its secret. */
final class RelyingParty {

    private final URI discovery;
    private final ClientID clientId;
    private final Secret secret;
    private final URI here;

    RelyingParty(URI discovery, String clientId, String secret, URI here) {
        this.discovery = discovery;
        this.clientId = new ClientID(clientId);
        this.secret = new Secret(secret);
        this.here = here;
    }

    /** Somebody on the way to the town and back. */
    record Attempt(URI there, State state, Nonce nonce, CodeVerifier verifier) {}

    /** Who came back. */
    record Reader(String sub, String firstName, String email, String sid, String idToken) {}

    /** The town, or what came from it, could not be trusted or reached. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }

    URI here() {
        return here;
    }

    String issuer() {
        return discovery.toString().replaceFirst("/\\.well-known/openid-configuration$", "");
    }

    boolean isIssuer(String somebody) {
        return issuer().equals(somebody);
    }

    Attempt begin() throws RefusedException {
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), clientId, here.resolve("/retour"))
                .endpointURI(town().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new Attempt(request.toURI(), state, nonce, verifier);
    }

    Reader finish(Attempt attempt, URI answer) throws RefusedException {
        try {
            var town = town();
            var response = AuthenticationResponseParser.parse(here.resolve(answer.toString()));
            if (!attempt.state().equals(response.getState())
                    || !town.getIssuer().equals(response.getIssuer())) {
                throw new RefusedException("la réponse ne vient pas de cette demande");
            }
            if (!response.indicatesSuccess()) {
                throw new RefusedException(
                        response.toErrorResponse().getErrorObject().getCode());
            }
            return exchange(town, attempt, response.toSuccessResponse().getAuthorizationCode());
        } catch (ParseException | IOException | BadJOSEException | JOSEException | java.text.ParseException failure) {
            throw new RefusedException(String.valueOf(failure.getMessage()));
        }
    }

    URI endOfSession(Reader reader) throws RefusedException {
        try {
            return new LogoutRequest(
                            town().getEndSessionEndpointURI(),
                            SignedJWT.parse(reader.idToken()),
                            here.resolve("/"),
                            new State())
                    .toURI();
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException("it was parsed when the person came", impossible);
        }
    }

    /** The session that a logout token ends. */
    String ended(String logoutToken) throws RefusedException {
        try {
            var town = town();
            var validator = new LogoutTokenValidator(
                    town.getIssuer(),
                    clientId,
                    JWSAlgorithm.RS256,
                    town.getJWKSetURI().toURL());
            return validator
                    .validate(SignedJWT.parse(logoutToken))
                    .getSessionID()
                    .getValue();
        } catch (IOException | BadJOSEException | JOSEException | java.text.ParseException failure) {
            throw new RefusedException(String.valueOf(failure.getMessage()));
        }
    }

    private Reader exchange(OIDCProviderMetadata town, Attempt attempt, com.nimbusds.oauth2.sdk.AuthorizationCode code)
            throws ParseException, IOException, BadJOSEException, JOSEException, java.text.ParseException,
                    RefusedException {
        var grant = new AuthorizationCodeGrant(code, here.resolve("/retour"), attempt.verifier());
        var request = new TokenRequest.Builder(
                        town.getTokenEndpointURI(), new ClientSecretBasic(clientId, secret), grant)
                .build();
        var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new RefusedException(
                    response.toErrorResponse().getErrorObject().getCode());
        }
        var tokens = (OIDCTokens) response.toSuccessResponse().getTokens();
        var validator = new IDTokenValidator(
                town.getIssuer(),
                clientId,
                JWSAlgorithm.RS256,
                town.getJWKSetURI().toURL());
        var claims = validator.validate(tokens.getIDToken(), attempt.nonce());
        return reader(
                town,
                tokens,
                claims.getSubject().getValue(),
                claims.getSessionID().getValue());
    }

    private Reader reader(OIDCProviderMetadata town, OIDCTokens tokens, String sub, String sid)
            throws ParseException, IOException, RefusedException {
        var request = new UserInfoRequest(town.getUserInfoEndpointURI(), tokens.getAccessToken());
        var response = UserInfoResponse.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new RefusedException("l’annuaire de la ville n’a pas répondu");
        }
        var person = response.toSuccessResponse().getUserInfo();
        if (!sub.equals(person.getSubject().getValue())) {
            throw new RefusedException("deux réponses parlent de deux personnes");
        }
        return new Reader(
                sub,
                String.valueOf(person.getGivenName()),
                String.valueOf(person.getEmailAddress()),
                sid,
                tokens.getIDTokenString());
    }

    private OIDCProviderMetadata town() throws RefusedException {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer()));
        } catch (GeneralException | IOException unreachable) {
            throw new RefusedException("la ville ne répond pas");
        }
    }
}
