package fr.parvis.applications.trial;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.hearing.Findings;
import fr.parvis.applications.hearing.Line;
import fr.parvis.applications.hearing.Masks;
import fr.parvis.applications.openid.Provider;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The vendor's part in OpenID Connect, at the real endpoints and over the network, as a program would. */
@Component
class OpenIdPart {

    private final Applications applications;
    private final Provider provider;
    private final PartSecrets secrets;
    private final RandomGenerator random;

    OpenIdPart(Applications applications, Provider provider, PartSecrets secrets, RandomGenerator random) {
        this.random = random;
        this.applications = applications;
        this.provider = provider;
        this.secrets = secrets;
    }

    /** The first message, on its way through the browser. */
    String authorize(Application standIn) {
        Map<String, List<String>> request = new LinkedHashMap<>();
        request.put("client_id", List.of(standIn.clientId()));
        request.put("redirect_uri", standIn.addresses());
        request.put("response_type", List.of("code"));
        request.put("scope", List.of("openid profile email"));
        request.put("state", List.of(secrets.of(standIn, "state")));
        request.put("nonce", List.of(secrets.of(standIn, "nonce")));
        request.put("code_challenge", List.of(secrets.challenge(standIn)));
        request.put("code_challenge_method", List.of("S256"));
        return Provider.AUTHORIZE + "?" + URLUtils.serializeParameters(request);
    }

    /** From the return of the browser to what the vendor reads of the person. */
    List<Scene> goOn(Application standIn, Map<String, List<String>> parameters) {
        List<Scene> scenes = new ArrayList<>();
        var back = back(standIn, parameters);
        scenes.add(back);
        if (!back.good()) {
            return scenes;
        }
        try {
            var code = new AuthorizationCode(
                    parameters.getOrDefault("code", List.of()).getFirst());
            var answer = tokenRequest(standIn, code).toHTTPRequest();
            var tokens = OIDCTokenResponse.parse(Wire.send(answer)).toSuccessResponse();
            scenes.add(Wire.masked(
                    Masks.next(random),
                    "Les jetons",
                    "Contre le code, son secret et code_verifier, l’application reçoit des jetons.",
                    tokens.toJSONObject()));
            scenes.add(idToken(standIn, tokens.getOIDCTokens().getIDToken()));
            scenes.add(userInfo(tokens.getOIDCTokens().getBearerAccessToken()));
        } catch (IOException | ParseException | java.text.ParseException failure) {
            scenes.add(Wire.failed(failure));
        }
        return scenes;
    }

    private Scene back(Application standIn, Map<String, List<String>> parameters) {
        var findings = new Findings(parameters, Masks.next(random))
                .expect("state", secrets.of(standIn, "state")::equals, "Ce n’est pas la réponse à cet essai.")
                .expect("iss", provider.issuer()::equals, "La réponse ne vient pas d’ici.");
        if (parameters.containsKey("error")) {
            findings.refuse("error", "La demande a été refusée.");
        } else {
            findings.expect("code", code -> !code.isBlank(), "Aucun code n’est revenu.");
        }
        var lines = findings.lines();
        boolean good = lines.stream().noneMatch(line -> line.verdict() == Line.Verdict.WRONG);
        return new Scene(
                "Le retour", "Le navigateur revient à l’application avec un code, ou une erreur.", good, lines);
    }

    private TokenRequest tokenRequest(Application standIn, AuthorizationCode code) {
        var proof = new ClientSecretBasic(
                new ClientID(standIn.clientId()), new Secret(applications.renewSecret(standIn.id())));
        var grant = new AuthorizationCodeGrant(
                code, URI.create(standIn.addresses().getFirst()), new CodeVerifier(secrets.of(standIn, "verifier")));
        return new TokenRequest.Builder(provider.address(Provider.TOKEN), proof, grant).build();
    }

    private Scene idToken(Application standIn, JWT token) throws IOException, ParseException, java.text.ParseException {
        var keys = new HTTPRequest(HTTPRequest.Method.GET, provider.address(Provider.KEYS));
        var validator = new IDTokenValidator(
                new Issuer(provider.issuer()),
                new ClientID(standIn.clientId()),
                JWSAlgorithm.parse(standIn.algorithm().name()),
                JWKSet.parse(Wire.send(keys).getBody()));
        Map<String, Object> content = new LinkedHashMap<>(token.getHeader().toJSONObject());
        content.putAll(token.getJWTClaimsSet().toJSONObject());
        try {
            validator.validate(token, new Nonce(secrets.of(standIn, "nonce")));
            return Wire.plain("Le jeton d’identité", "Décodé. Sa signature, sa date et son nonce sont bons.", content);
        } catch (BadJOSEException | JOSEException wrong) {
            return Wire.failed(wrong);
        }
    }

    private Scene userInfo(BearerAccessToken token) throws IOException, ParseException {
        var request = new UserInfoRequest(provider.address(Provider.USER_INFO), token).toHTTPRequest();
        return Wire.plain(
                "La personne",
                "Avec le jeton d’accès, l’application lit ce que la personne a accepté, et rien d’autre.",
                Wire.send(request).getBodyAsJSONObject());
    }
}
