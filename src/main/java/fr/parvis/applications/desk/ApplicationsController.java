package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Applications;
import fr.parvis.applications.LogoOutcome;
import fr.parvis.applications.Logos;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Shows applications, changes them, renews their secret and suspends them. */
@Controller
@RequestMapping(ApplicationsController.PATH)
@Access(Audience.ADMINISTRATOR)
class ApplicationsController {

    static final String PATH = "/bureau/applications";

    private final Applications applications;
    private final ApplicationJournal journal;
    private final Logos logos;
    private final ApplicationView view;

    ApplicationsController(Applications applications, ApplicationJournal journal, Logos logos, ApplicationView view) {
        this.applications = applications;
        this.journal = journal;
        this.logos = logos;
        this.view = view;
    }

    @GetMapping
    ModelAndView list() {
        var lines = applications.all().stream().map(this::line).toList();
        return Pages.page("applications/list", new ListPage(lines));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, ApplicationView.Asked asked, HttpServletResponse response) {
        return view.of(application(id), asked, response);
    }

    @GetMapping("/{id}/modifier")
    @RecentlyConfirmed
    ModelAndView change(@PathVariable UUID id) {
        var form = ApplicationForm.of(application(id));
        return Pages.page("applications/form", new FormPage(form, FormErrors.none(), PATH + "/" + id));
    }

    @PostMapping("/{id}/modifier")
    @RecentlyConfirmed
    ModelAndView save(Viewer viewer, @PathVariable UUID id, ApplicationForm typed) {
        var former = application(id);
        var form = typed.speaking(former.protocol());
        if (!form.errors().isEmpty()) {
            return Pages.page(
                    "applications/form",
                    new FormPage(form, form.errors(), PATH + "/" + id),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        applications.save(form.application(id, former.clientId(), former.suspended()));
        note(id, "modifiée", viewer);
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    /** The page itself answers: the secret is in no address and shown only once. */
    @PostMapping("/{id}/secret")
    @RecentlyConfirmed
    ModelAndView renewSecret(Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
        var application = application(id);
        note(id, "secret renouvelé", viewer);
        return view.withSecret(application, applications.renewSecret(id), response);
    }

    @PostMapping("/{id}/suspendre")
    @RecentlyConfirmed
    String suspend(Viewer viewer, @PathVariable UUID id) {
        applications.suspend(application(id).id(), true);
        note(id, "suspendue", viewer);
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/reprendre")
    @RecentlyConfirmed
    String resume(Viewer viewer, @PathVariable UUID id) {
        applications.suspend(application(id).id(), false);
        note(id, "remise en service", viewer);
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/logo")
    @RecentlyConfirmed
    String logo(Viewer viewer, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        var outcome = logos.keep(application(id).id(), file.getBytes());
        if (outcome == LogoOutcome.KEPT) {
            note(id, "logo changé", viewer);
        }
        return "redirect:" + PATH + "/" + id + "?logo=" + outcome + "#logo";
    }

    private void note(UUID id, String what, Viewer viewer) {
        journal.note(id, Kind.CHANGED, what + " par " + viewer.fullName());
    }

    private Application application(UUID id) {
        return applications.find(id).orElseThrow(NotFoundException::new);
    }

    private ListPage.Line line(Application application) {
        return new ListPage.Line(
                application.name(),
                PATH + "/" + application.id(),
                application.purpose(),
                application.suspended(),
                view.last(application));
    }
}
