package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.openid.AuthorizationAnswer.AgreementFirst;
import fr.parvis.applications.openid.AuthorizationAnswer.Back;
import fr.parvis.applications.openid.AuthorizationAnswer.Refused;
import fr.parvis.applications.openid.AuthorizationAnswer.SignInFirst;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an application sends a person's browser, and the question whether it may know them. */
@Controller
@Access(Audience.EVERYBODY)
class AuthorizationController {

    private static final String GO_ON = "/oauth2/suite";
    private static final String DECISION = "/oauth2/consentement";

    private final Authorization authorization;
    private final Sessions sessions;

    AuthorizationController(Authorization authorization, Sessions sessions) {
        this.authorization = authorization;
        this.sessions = sessions;
    }

    @GetMapping(Provider.AUTHORIZE)
    ModelAndView authorize(HttpServletRequest request) {
        var parameters = URLUtils.parseParameters(request.getQueryString());
        return switch (authorization.answer(parameters, sessions.current(request))) {
            case Back(var application, var address) -> new ModelAndView("redirect:" + address);
            case AuthorizationAnswer other -> page(other);
        };
    }

    /** A form of another site carries no cookie of ours (SameSite): the request comes again as an address. */
    @PostMapping(Provider.AUTHORIZE)
    String authorizeByForm(HttpServletRequest request) {
        return "redirect:" + Provider.AUTHORIZE + "?" + URLUtils.serializeParameters(Parameters.of(request));
    }

    /** Goes on after signing in. */
    @GetMapping(GO_ON)
    ModelAndView goOn(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        return OnwardPage.lead(Provider.AUTHORIZE + "?" + (query == null ? "" : query), "", response);
    }

    @PostMapping(DECISION)
    @Access(Audience.SIGNED_IN)
    ModelAndView decide(
            @RequestParam String demande,
            @RequestParam(defaultValue = "") String accord,
            HttpServletRequest request,
            HttpServletResponse response) {
        var parameters = URLUtils.parseParameters(demande);
        var session = sessions.current(request).orElseThrow(NotFoundException::new);
        var answer =
                accord.equals("oui") ? authorization.agree(parameters, session) : authorization.decline(parameters);
        return switch (answer) {
            case Back(var application, var address) ->
                OnwardPage.lead(address.toString(), application.name(), response);
            case AuthorizationAnswer other -> page(other);
        };
    }

    private static ModelAndView page(AuthorizationAnswer answer) {
        return switch (answer) {
            case Refused(var reason) ->
                Pages.page("applications/refused", new RefusedPage(reason), HttpStatus.BAD_REQUEST);
            case SignInFirst(var request, var again) ->
                new ModelAndView("redirect:/connexion?" + (again ? "encore=oui&" : "") + "suite="
                        + URLEncoder.encode(GO_ON + "?" + request, StandardCharsets.UTF_8));
            case AgreementFirst(var application, var claims, var request) ->
                Pages.page("applications/consent", ConsentPage.of(application, claims, DECISION, request));
            case Back back ->
                throw new IllegalArgumentException(
                        "leaves the portal: " + back.application().name());
        };
    }
}
