package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Event;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Registers applications, changes them, renews their secret, suspends them, and shows what went wrong. */
@Controller
@RequestMapping(ApplicationsController.PATH)
@Access(Audience.ADMINISTRATOR)
class ApplicationsController {

    static final String PATH = "/bureau/applications";

    private static final int EVENTS = 30;

    private final Applications applications;
    private final ApplicationJournal journal;
    private final Settings settings;

    ApplicationsController(Applications applications, ApplicationJournal journal, Settings settings) {
        this.applications = applications;
        this.journal = journal;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list() {
        var lines = applications.all().stream().map(this::line).toList();
        return Pages.page("applications/list", new ListPage(lines));
    }

    @GetMapping("/nouvelle")
    @RecentlyConfirmed
    ModelAndView form() {
        return Pages.page(
                "applications/form",
                new FormPage(ApplicationForm.empty(), FormErrors.none(), PATH + "/nouvelle", true));
    }

    @PostMapping("/nouvelle")
    @RecentlyConfirmed
    ModelAndView register(ApplicationForm form, HttpServletResponse response) {
        if (!form.errors().isEmpty()) {
            return again(form, PATH + "/nouvelle", true);
        }
        var id = UUID.randomUUID();
        var application = form.application(id, "app-" + UUID.randomUUID(), false);
        applications.save(application);
        return application.keySet() == null && application.protocol() == Protocol.OPENID
                ? show(application, applications.renewSecret(id), response)
                : new ModelAndView("redirect:" + PATH + "/" + id);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, HttpServletResponse response) {
        return show(application(id), null, response);
    }

    @GetMapping("/{id}/modifier")
    @RecentlyConfirmed
    ModelAndView change(@PathVariable UUID id) {
        var form = ApplicationForm.of(application(id));
        return Pages.page(
                "applications/form", new FormPage(form, FormErrors.none(), PATH + "/" + id + "/modifier", false));
    }

    @PostMapping("/{id}/modifier")
    @RecentlyConfirmed
    ModelAndView save(@PathVariable UUID id, ApplicationForm form) {
        var former = application(id);
        if (!form.errors().isEmpty()) {
            return again(form, PATH + "/" + id + "/modifier", false);
        }
        applications.save(form.application(id, former.clientId(), former.suspended()));
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    /** The page itself answers: the secret is in no address and shown only once. */
    @PostMapping("/{id}/secret")
    @RecentlyConfirmed
    ModelAndView renewSecret(@PathVariable UUID id, HttpServletResponse response) {
        var application = application(id);
        return show(application, applications.renewSecret(id), response);
    }

    @PostMapping("/{id}/suspendre")
    @RecentlyConfirmed
    String suspend(@PathVariable UUID id) {
        applications.suspend(application(id).id(), true);
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/reprendre")
    @RecentlyConfirmed
    String resume(@PathVariable UUID id) {
        applications.suspend(application(id).id(), false);
        return "redirect:" + PATH + "/" + id;
    }

    private ModelAndView show(Application application, @Nullable String secret, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page(
                "applications/application",
                new ApplicationPage(
                        application,
                        settings.url(
                                application.protocol() == Protocol.CAS ? "/cas" : "/.well-known/openid-configuration"),
                        application.claims().stream().sorted().map(Claim::words).toList(),
                        journal.newest(application.id(), EVENTS).stream()
                                .map(ApplicationsController::line)
                                .toList(),
                        secret));
    }

    private static ModelAndView again(ApplicationForm form, String action, boolean fresh) {
        return Pages.page(
                "applications/form",
                new FormPage(form, form.errors(), action, fresh),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Application application(UUID id) {
        return applications.find(id).orElseThrow(NotFoundException::new);
    }

    private ListPage.Line line(Application application) {
        var last = journal.newest(application.id(), 1).stream()
                .findFirst()
                .map(event -> words(event.kind()) + ", " + French.dateTime(event.at()))
                .orElse("");
        return new ListPage.Line(
                application.name(),
                PATH + "/" + application.id(),
                application.purpose(),
                application.suspended(),
                last);
    }

    private static ApplicationPage.Line line(Event event) {
        return new ApplicationPage.Line(
                French.dateTime(event.at()), words(event.kind()), event.detail(), event.kind() == Kind.REFUSED);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case SIGNED_IN -> "Connexion";
            case REFRESHED -> "Renouvellement";
            case SIGNED_OUT -> "Déconnexion";
            case REFUSED -> "Refus";
        };
    }
}
