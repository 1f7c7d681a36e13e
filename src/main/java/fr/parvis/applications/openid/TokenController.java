package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import fr.parvis.applications.Application;
import fr.parvis.applications.ClientTokens;
import fr.parvis.applications.Digests;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.MachineEndpoints;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What applications call themselves, each proving who it is: tokens, and taking them back. */
@RestController
@Access(Audience.EVERYBODY)
class TokenController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ClientCheck clients;
    private final Tokens tokens;
    private final ClientTokens clientTokens;
    private final SignOnTable signOns;
    private final Provider provider;

    TokenController(
            ClientCheck clients, Tokens tokens, ClientTokens clientTokens, SignOnTable signOns, Provider provider) {
        this.clients = clients;
        this.tokens = tokens;
        this.clientTokens = clientTokens;
        this.signOns = signOns;
        this.provider = provider;
    }

    @Bean
    static MachineEndpoints openIdEndpoints() {
        return MachineEndpoints.of(
                Provider.AUTHORIZE, Provider.TOKEN, Provider.REVOKE, Provider.INTROSPECT, Provider.USER_INFO);
    }

    @PostMapping(Provider.TOKEN)
    ResponseEntity<String> token(HttpServletRequest request) {
        try {
            var asked = TokenRequest.parse(Parameters.form(request));
            var application = clients.check(asked.getClientAuthentication());
            if (application.isEmpty()) {
                return error(OAuth2Error.INVALID_CLIENT);
            }
            return grant(application.get(), asked)
                    .map(granted -> json(HttpStatus.OK, granted.toJSONObject().toString()))
                    .orElseGet(() -> error(OAuth2Error.INVALID_GRANT));
        } catch (ParseException malformed) {
            return error(
                    isServed(request.getParameter("grant_type"))
                            ? fault(malformed)
                            : OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        } catch (UnservedGrantException unserved) {
            return error(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
    }

    /** RFC 7009: whatever the token was, it is no longer good; the answer does not tell. */
    @PostMapping(Provider.REVOKE)
    ResponseEntity<String> revoke(HttpServletRequest request) {
        try {
            var asked = TokenRevocationRequest.parse(Parameters.form(request));
            var application = clients.check(asked.getClientAuthentication());
            if (application.isEmpty()) {
                return error(OAuth2Error.INVALID_CLIENT);
            }
            of(application.get(), asked.getToken().getValue()).ifPresent(signOn -> signOns.revoke(signOn.id()));
            return json(HttpStatus.OK, "");
        } catch (ParseException malformed) {
            return error(OAuth2Error.INVALID_REQUEST);
        }
    }

    /** RFC 7662, for the application's own access tokens. */
    @PostMapping(Provider.INTROSPECT)
    ResponseEntity<String> introspect(HttpServletRequest request) {
        try {
            var asked = TokenIntrospectionRequest.parse(Parameters.form(request));
            var application = clients.check(asked.getClientAuthentication());
            if (application.isEmpty()) {
                return error(OAuth2Error.INVALID_CLIENT);
            }
            boolean active = signOns.byAccessToken(Digests.of(asked.getToken().getValue()))
                    .filter(signOn ->
                            signOn.application().equals(application.get().id()))
                    .isPresent();
            return json(
                    HttpStatus.OK,
                    JSON.writeValueAsString(
                            active
                                    ? Map.of(
                                            "active", true,
                                            "client_id", application.get().clientId(),
                                            "iss", provider.issuer())
                                    : Map.of("active", false)));
        } catch (ParseException malformed) {
            return error(OAuth2Error.INVALID_REQUEST);
        }
    }

    private Optional<? extends AccessTokenResponse> grant(Application application, TokenRequest asked)
            throws UnservedGrantException {
        return switch (asked.getAuthorizationGrant()) {
            case AuthorizationCodeGrant code ->
                tokens.exchange(application, code).map(OIDCTokenResponse::new);
            case RefreshTokenGrant refresh ->
                tokens.refresh(application, refresh).map(OIDCTokenResponse::new);
            case ClientCredentialsGrant itself -> Optional.of(itself(application));
            default -> throw new UnservedGrantException();
        };
    }

    private AccessTokenResponse itself(Application application) {
        var token = new BearerAccessToken(clientTokens.issue(application), ClientTokens.GOOD_FOR.toSeconds(), null);
        return new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(token, null));
    }

    private Optional<SignOn> of(Application application, String token) {
        var hash = Digests.of(token);
        return signOns.byAccessToken(hash)
                .or(() -> signOns.byRefreshToken(hash))
                .filter(signOn -> signOn.application().equals(application.id()));
    }

    /** The library knows more grants than are served, and would ask for what theirs need. */
    private static boolean isServed(@Nullable String grant) {
        return grant == null
                || DiscoveryController.GRANTS.stream().map(GrantType::getValue).anyMatch(grant::equals);
    }

    private static ErrorObject fault(ParseException malformed) {
        return malformed.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : malformed.getErrorObject();
    }

    private static ResponseEntity<String> error(ErrorObject error) {
        var status = error.getCode().equals(OAuth2Error.INVALID_CLIENT_CODE)
                ? HttpStatus.UNAUTHORIZED
                : HttpStatus.BAD_REQUEST;
        return json(status, error.toJSONObject().toString());
    }

    private static ResponseEntity<String> json(HttpStatus status, String body) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Parvis\"");
        }
        return answer.body(body);
    }

    /** A grant of RFC 6749 that we do not serve, such as the password of the person. */
    private static final class UnservedGrantException extends Exception {}
}
