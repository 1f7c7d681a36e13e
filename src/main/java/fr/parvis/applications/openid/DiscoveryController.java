package fr.parvis.applications.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.parvis.applications.Claim;
import fr.parvis.applications.signing.SigningKeys;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that an application must know to connect (OpenID Connect Discovery 1.0). */
@RestController
@Access(Audience.EVERYBODY)
class DiscoveryController {

    private static final List<ClientAuthenticationMethod> PROOFS = List.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT);

    /** What tokens are given for. */
    static final List<GrantType> GRANTS =
            List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);

    private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final CacheControl HELD =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Provider provider;
    private final SigningKeys keys;
    private final String document;

    DiscoveryController(Provider provider, SigningKeys keys) {
        this.provider = provider;
        this.keys = keys;
        this.document = metadata().toJSONObject().toString();
    }

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    ResponseEntity<String> discovery() {
        return json(document);
    }

    @GetMapping(Provider.KEYS)
    ResponseEntity<String> keys() {
        return json(keys.published().toString());
    }

    private OIDCProviderMetadata metadata() {
        var metadata = new OIDCProviderMetadata(
                new Issuer(provider.issuer()), List.of(SubjectType.PAIRWISE), provider.address(Provider.KEYS));
        addresses(metadata);
        refusals(metadata);
        metadata.setScopes(new Scope("openid", "profile", "email", "offline_access"));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(GRANTS);
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setTokenEndpointAuthMethods(PROOFS);
        metadata.setTokenEndpointJWSAlgs(ALGORITHMS);
        metadata.setIntrospectionEndpointAuthMethods(PROOFS);
        metadata.setIntrospectionEndpointJWSAlgs(ALGORITHMS);
        metadata.setRevocationEndpointAuthMethods(PROOFS);
        metadata.setRevocationEndpointJWSAlgs(ALGORITHMS);
        metadata.setIDTokenJWSAlgs(ALGORITHMS);
        metadata.setACRs(Stream.of("eidas0", "eidas0-mfa", "eidas1", "eidas1-mfa")
                .map(ACR::new)
                .toList());
        metadata.setClaimTypes(List.of(ClaimType.NORMAL));
        metadata.setClaims(Stream.concat(
                        Stream.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid"),
                        Arrays.stream(Claim.values()).map(Claim::code))
                .toList());
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.setSupportsBackChannelLogout(true);
        metadata.setSupportsBackChannelLogoutSession(true);
        return metadata;
    }

    private void addresses(OIDCProviderMetadata metadata) {
        metadata.setAuthorizationEndpointURI(provider.address(Provider.AUTHORIZE));
        metadata.setTokenEndpointURI(provider.address(Provider.TOKEN));
        metadata.setUserInfoEndpointURI(provider.address(Provider.USER_INFO));
        metadata.setRevocationEndpointURI(provider.address(Provider.REVOKE));
        metadata.setIntrospectionEndpointURI(provider.address(Provider.INTROSPECT));
        metadata.setEndSessionEndpointURI(provider.address(Provider.LOGOUT));
    }

    /** Said because silence would mean that we follow addresses of requests. */
    private static void refusals(OIDCProviderMetadata metadata) {
        metadata.setSupportsRequestParam(false);
        metadata.setSupportsRequestURIParam(false);
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(HELD)
                .body(body);
    }
}
