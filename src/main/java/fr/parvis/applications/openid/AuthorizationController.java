package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.SignInMarks;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final SignInMarks marks;

    AuthorizationController(Authorization authorization, Sessions sessions, SignInMarks marks) {
        this.authorization = authorization;
        this.sessions = sessions;
        this.marks = marks;
    }

    @GetMapping(Provider.AUTHORIZE)
    ModelAndView authorize(HttpServletRequest request, HttpServletResponse response) {
        var parameters = URLUtils.parseParameters(request.getQueryString());
        return switch (authorization.answer(parameters, visitor(parameters, request))) {
            case Back(var application, var address) -> new ModelAndView("redirect:" + address);
            case SignInFirst(var asked, var again) -> signIn(asked, again, request, response);
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
        var answer = accord.equals("oui")
                ? authorization.agree(parameters, session, visitor(parameters, request))
                : authorization.decline(parameters);
        return switch (answer) {
            case Back(var application, var address) ->
                OnwardPage.lead(address.toString(), application.name(), response);
            case SignInFirst(var asked, var again) -> signIn(asked, again, request, response);
            case AuthorizationAnswer other -> page(other);
        };
    }

    private Visitor visitor(Map<String, List<String>> parameters, HttpServletRequest request) {
        var since = parameters.getOrDefault(SignInMarks.NAME, List.of()).stream()
                .findFirst()
                .flatMap(mark -> marks.read(mark, unmarked(parameters), request));
        return new Visitor(sessions.current(request).orElse(null), since.orElse(null));
    }

    private ModelAndView signIn(
            Map<String, List<String>> asked, boolean again, HttpServletRequest request, HttpServletResponse response) {
        var next = unmarked(asked);
        if (again) {
            next += "&" + SignInMarks.NAME + "=" + marks.next(next, request, response);
        }
        return new ModelAndView("redirect:/connexion?" + (again ? "encore=oui&" : "") + "suite="
                + URLEncoder.encode(GO_ON + "?" + next, StandardCharsets.UTF_8));
    }

    /** A request always written the same, without our own mark. */
    private static String unmarked(Map<String, List<String>> parameters) {
        var asked = new TreeMap<>(parameters);
        asked.remove(SignInMarks.NAME);
        return URLUtils.serializeParameters(asked);
    }

    private static ModelAndView page(AuthorizationAnswer answer) {
        return switch (answer) {
            case Refused(var reason) ->
                Pages.page("applications/refused", new RefusedPage(reason), HttpStatus.BAD_REQUEST);
            case AgreementFirst(var application, var claims, var request) ->
                Pages.page("applications/consent", ConsentPage.of(application, claims, DECISION, request));
            case Back leaving -> throw new IllegalArgumentException("no page: " + leaving);
            case SignInFirst leaving -> throw new IllegalArgumentException("no page: " + leaving);
        };
    }
}
