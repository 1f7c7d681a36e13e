package fr.parvis.applications.logout;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.openid.OnwardPage;
import fr.parvis.applications.openid.Parameters;
import fr.parvis.applications.openid.Provider;
import fr.parvis.identity.openid.WayOut;
import fr.parvis.identity.sessions.CurrentSession;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An application signs a person out (OpenID Connect RP-Initiated Logout 1.0). Without proof that the application has
 * this very session, the person is asked: a link on any page could bring them here.
 */
@Controller
@Access(Audience.EVERYBODY)
class LogoutController {

    private final Applications applications;
    private final IdTokenHints hints;
    private final Sessions sessions;
    private final WayOut wayOut;
    private final Provider provider;

    LogoutController(
            Applications applications, IdTokenHints hints, Sessions sessions, WayOut wayOut, Provider provider) {
        this.applications = applications;
        this.hints = hints;
        this.sessions = sessions;
        this.wayOut = wayOut;
        this.provider = provider;
    }

    @GetMapping(Provider.LOGOUT)
    ModelAndView logout(HttpServletRequest request, HttpServletResponse response) {
        var parameters = URLUtils.parseParameters(request.getQueryString());
        var session = sessions.current(request);
        if (session.isEmpty() || isOf(session.get(), parameters)) {
            return leave(parameters, request, response);
        }
        return Pages.page("applications/logout", new LogoutPage(URLUtils.serializeParameters(parameters)));
    }

    /** The form of another site carries no cookie of ours: the request comes again as an address. */
    @PostMapping(Provider.LOGOUT)
    String logoutByForm(HttpServletRequest request) {
        return "redirect:" + Provider.LOGOUT + "?" + URLUtils.serializeParameters(Parameters.of(request));
    }

    @PostMapping("/connect/deconnexion")
    ModelAndView confirmed(@RequestParam String demande, HttpServletRequest request, HttpServletResponse response) {
        return leave(URLUtils.parseParameters(demande), request, response);
    }

    private boolean isOf(CurrentSession session, Map<String, List<String>> parameters) {
        return hint(parameters)
                .flatMap(hints::read)
                .filter(hint -> hint.sid()
                        .equals(provider.sid(session.id(), hint.application().id())))
                .isPresent();
    }

    /**
     * Signed out here first, then at the identity provider they came from, then back to an address that the application
     * registered; to our own page otherwise.
     */
    private ModelAndView leave(
            Map<String, List<String>> parameters, HttpServletRequest request, HttpServletResponse response) {
        var onward = registered(parameters).map(URI::toString).orElse("/");
        var address = sessions.end(request, response)
                .flatMap(idToken -> wayOut.leave(idToken, onward, response))
                .map(URI::toString)
                .orElse(onward);
        return OnwardPage.lead(address, "", response);
    }

    private Optional<URI> registered(Map<String, List<String>> parameters) {
        try {
            var asked = LogoutRequest.parse(parameters);
            var address = asked.getPostLogoutRedirectionURI();
            var application = application(asked);
            if (address == null
                    || application
                            .filter(known -> known.logoutAddresses().contains(address.toString()))
                            .isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    asked.getState() == null
                            ? address
                            : URI.create(address
                                    + (address.getRawQuery() == null ? "?" : "&")
                                    + URLUtils.serializeParameters(Map.of(
                                            "state", List.of(asked.getState().getValue())))));
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Application> application(LogoutRequest asked) {
        var hint = Optional.ofNullable(asked.getIDTokenHint())
                .map(JWT::getParsedString)
                .flatMap(hints::read);
        return hint.isPresent()
                ? hint.map(IdTokenHints.Hint::application)
                : Optional.ofNullable(asked.getClientID()).flatMap(id -> applications.byClientId(id.getValue()));
    }

    private static Optional<String> hint(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("id_token_hint", List.of()).stream().findFirst();
    }
}
