package fr.parvis.applications.hearing;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Digests;
import fr.parvis.applications.cas.Services;
import fr.parvis.applications.openid.Parameters;
import fr.parvis.applications.openid.SignOnTable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds which application a message is about, whether or not it proves it: a trial shows wrong proofs too. */
@Component
class Speaker {

    private final Applications applications;
    private final SignOnTable signOns;
    private final Services services;

    Speaker(Applications applications, SignOnTable signOns, Services services) {
        this.applications = applications;
        this.signOns = signOns;
        this.services = services;
    }

    /** The parameters of a message, those of the request that a person decides on for a decision. */
    static Map<String, List<String>> parameters(MessageKind kind, HttpServletRequest request) {
        var parameters = new LinkedHashMap<>(Parameters.of(request));
        parameters.remove("_csrf");
        if (kind == MessageKind.AGREEMENT) {
            parameters.putAll(URLUtils.parseParameters(one(parameters, "demande")));
            parameters.remove("demande");
        } else if (kind == MessageKind.CAS_AGREEMENT) {
            parameters.put("service", parameters.getOrDefault("demande", List.of()));
            parameters.remove("demande");
        }
        return parameters;
    }

    Optional<Application> of(MessageKind kind, HttpServletRequest request) {
        var parameters = parameters(kind, request);
        return switch (kind) {
            case CAS_LOGIN, CAS_AGREEMENT, CAS_VALIDATION -> services.of(one(parameters, "service"));
            case USER_INFO ->
                header(request, "Bearer ")
                        .flatMap(token -> signOns.applicationOf(Digests.of(token)))
                        .flatMap(applications::find);
            default -> clientId(parameters, request).flatMap(applications::byClientId);
        };
    }

    /** How a program proves who it is, in the words of the protocol. */
    static String proof(HttpServletRequest request) {
        if (header(request, "Basic ").isPresent()) {
            return "client_secret_basic";
        }
        if (request.getParameter("client_assertion") != null) {
            return "private_key_jwt";
        }
        return request.getParameter("client_secret") == null ? "" : "client_secret_post";
    }

    private static Optional<String> clientId(Map<String, List<String>> parameters, HttpServletRequest request) {
        return Optional.of(one(parameters, "client_id"))
                .filter(id -> !id.isEmpty())
                .or(() -> header(request, "Basic ").flatMap(Speaker::user))
                .or(() -> claim(one(parameters, "client_assertion"), "sub"))
                .or(() -> claim(one(parameters, "id_token_hint"), "aud"));
    }

    private static Optional<String> user(String credentials) {
        try {
            var text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return Optional.of(text.replaceFirst(":.*", ""));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> claim(String token, String name) {
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            return name.equals("aud")
                    ? claims.getAudience().stream().findFirst()
                    : Optional.ofNullable(claims.getStringClaim(name));
        } catch (ParseException notAToken) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(HttpServletRequest request, String scheme) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
