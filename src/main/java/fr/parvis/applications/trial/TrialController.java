package fr.parvis.applications.trial;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.hearing.Message;
import fr.parvis.applications.hearing.Trials;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Essayer la connexion »: the registration read again, a trial that listens, and us in the vendor's place. */
@Controller
@RequestMapping("/bureau/applications/{id}/essai")
@Access(Audience.ADMINISTRATOR)
class TrialController {

    /** Where the browser comes back to when we play the vendor. */
    static final String BACK = "/retour";

    private final Applications applications;
    private final RegistrationCheck check;
    private final Trials trials;
    private final PlayedVendor vendor;
    private final Sessions sessions;

    TrialController(
            Applications applications, RegistrationCheck check, Trials trials, PlayedVendor vendor, Sessions sessions) {
        this.sessions = sessions;
        this.applications = applications;
        this.check = check;
        this.trials = trials;
        this.vendor = vendor;
    }

    static String path(UUID application) {
        return "/bureau/applications/" + application + "/essai";
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String cles, HttpServletResponse response) {
        var application = application(id);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page(
                "applications/trial",
                new TrialPage(
                        application,
                        check.of(application),
                        cles.equals("oui") ? check.keys(application) : List.of(),
                        trials.endOf(id).map(French::time).orElse(""),
                        trials.heard(id).reversed().stream()
                                .map(TrialController::exchange)
                                .toList(),
                        trials.dropped(id),
                        URI.create(application.addresses().getFirst())
                                .resolve("/")
                                .toString()));
    }

    @PostMapping("/debut")
    String start(@PathVariable UUID id) {
        trials.start(application(id).id());
        return "redirect:" + path(id) + "#fil";
    }

    @PostMapping("/fin")
    String end(@PathVariable UUID id) {
        trials.end(application(id).id());
        return "redirect:" + path(id);
    }

    /** We play the vendor: the browser leaves as if it came from there. */
    @PostMapping("/complet")
    String play(@PathVariable UUID id, HttpServletRequest request) {
        return "redirect:" + vendor.begin(application(id), session(request));
    }

    @GetMapping(BACK)
    ModelAndView back(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        var application = application(id);
        var scenes = vendor.goOn(application, session(request), URLUtils.parseParameters(request.getQueryString()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return scenes.isEmpty()
                ? new ModelAndView("redirect:" + path(id))
                : Pages.page("applications/full-trial", new FullTrialPage(application, scenes.get()));
    }

    /** Nobody signs in to a program that only calls us: there is nothing to try. */
    private Application application(UUID id) {
        return applications.find(id).filter(Application::isEntered).orElseThrow(NotFoundException::new);
    }

    private UUID session(HttpServletRequest request) {
        return sessions.current(request).orElseThrow(NotFoundException::new).id();
    }

    private static TrialPage.Exchange exchange(Message message) {
        return new TrialPage.Exchange(
                message.kind().words(),
                French.time(message.at()),
                message.good(),
                message.summary(),
                message.reason(),
                message.asked(),
                message.answered());
    }
}
