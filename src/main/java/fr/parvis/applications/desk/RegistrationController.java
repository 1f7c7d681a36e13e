package fr.parvis.applications.desk;

import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registers an application, a question at a time; each answer is kept before the next is asked. */
@Controller
@RequestMapping(RegistrationController.PATH)
@Access(Audience.ADMINISTRATOR)
class RegistrationController {

    static final String PATH = ApplicationsController.PATH + "/nouvelle";

    private static final String REVIEW = "/verification";

    private final RegistrationTable registrations;
    private final Applications applications;
    private final ApplicationView view;

    RegistrationController(RegistrationTable registrations, Applications applications, ApplicationView view) {
        this.registrations = registrations;
        this.applications = applications;
        this.view = view;
    }

    @GetMapping
    @RecentlyConfirmed
    String begin() {
        return there(RegistrationStep.PROTOCOL);
    }

    @GetMapping("/{etape}")
    ModelAndView ask(Viewer viewer, @PathVariable String etape) {
        var registration = registrations.of(viewer.account());
        return Pages.page("applications/step", StepPage.of(step(etape), registration, FormErrors.none()));
    }

    @PostMapping("/{etape}")
    ModelAndView answer(
            Viewer viewer,
            @PathVariable String etape,
            @RequestParam(defaultValue = "continuer") String action,
            HttpServletRequest request) {
        var step = step(etape);
        var registration = registrations.of(viewer.account()).with(step, request.getParameterMap());
        registrations.save(viewer.account(), registration);
        var errors = registration.errors(step);
        return switch (action) {
            case "retour" -> new ModelAndView(there(registration.before(step)));
            case "plus-tard" -> new ModelAndView("redirect:" + ApplicationsController.PATH);
            default ->
                errors.isEmpty()
                        ? new ModelAndView(there(registration.after(step)))
                        : Pages.page(
                                "applications/step",
                                StepPage.of(step, registration, errors),
                                HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The page itself answers when there is a secret: it is in no address and shown only once. */
    @PostMapping(REVIEW)
    @RecentlyConfirmed
    ModelAndView register(Viewer viewer, HttpServletResponse response) {
        var registration = registrations.of(viewer.account());
        for (var step : registration.steps()) {
            if (!registration.errors(step).isEmpty()) {
                return Pages.page(
                        "applications/step",
                        StepPage.of(step, registration, registration.errors(step)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        var application = registration.form().application(UUID.randomUUID(), "app-" + UUID.randomUUID(), false);
        applications.save(application);
        registrations.delete(viewer.account());
        return application.keySet() == null && application.protocol() == Protocol.OPENID
                ? view.withSecret(application, applications.renewSecret(application.id()), response)
                : new ModelAndView("redirect:" + ApplicationsController.PATH + "/" + application.id());
    }

    private static RegistrationStep step(String key) {
        return RegistrationStep.of(key).orElseThrow(NotFoundException::new);
    }

    private static String there(RegistrationStep step) {
        return "redirect:" + PATH + "/" + step.key();
    }
}
