package fr.parvis.applications.openid;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Digests;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Tells an application what it may know of the person whose access token it holds (OpenID Connect Core, 5.3). */
@RestController
@Access(Audience.EVERYBODY)
class UserInfoController {

    private static final String BEARER = "Bearer ";

    private final SignOnTable signOns;
    private final Applications applications;
    private final Acquaintances acquaintances;
    private final PersonClaims people;

    UserInfoController(
            SignOnTable signOns, Applications applications, Acquaintances acquaintances, PersonClaims people) {
        this.signOns = signOns;
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.people = people;
    }

    @RequestMapping(
            path = Provider.USER_INFO,
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Object>> tell(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token(header)
                .flatMap(this::claims)
                .map(claims ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(claims))
                .orElseGet(() -> refused(header));
    }

    private Optional<Map<String, Object>> claims(String token) {
        return signOns.byAccessToken(Digests.of(token)).flatMap(signOn -> {
            var application = applications.find(signOn.application()).filter(known -> !known.suspended());
            var known = acquaintances.find(signOn.application(), signOn.account());
            return application.isEmpty() || known.isEmpty()
                    ? Optional.empty()
                    : people.of(signOn.account(), known.get(), application.get().allowed(signOn.claims()));
        });
    }

    private static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** RFC 6750, section 3: no error code for who brought no token at all. */
    private static ResponseEntity<Map<String, Object>> refused(@Nullable String header) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, header == null ? "Bearer" : "Bearer error=\"invalid_token\"")
                .build();
    }
}
