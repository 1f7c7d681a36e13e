package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Draft;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Beginning a form, taking it up again, throwing it away. Only a button begins one: a link followed, or a page the
 * browser goes back to, must not leave a form that nobody wants.
 */
@Controller
@RequestMapping("/demarches/{slug}")
@Access(Audience.SIGNED_IN)
class StartController {

    private final Procedures procedures;
    private final Drafts drafts;
    private final Filing filing;

    StartController(Procedures procedures, Drafts drafts, Filing filing) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.filing = filing;
    }

    /** Takes up where the person left; otherwise says what was just sent, or offers to begin. */
    @GetMapping("/commencer")
    ModelAndView show(@PathVariable String slug, Viewer viewer) {
        var procedure = procedure(slug);
        return drafts.find(viewer, slug)
                .map(draft -> new ModelAndView(resume(procedure, draft)))
                .or(() -> filing.justSent(viewer, slug)
                        .map(sent -> Pages.page("casefiles/sent", SentPage.of(procedure, sent))))
                .orElseGet(() -> Pages.page("casefiles/start", procedure));
    }

    @PostMapping("/commencer")
    String begin(@PathVariable String slug, Viewer viewer) {
        var procedure = procedure(slug);
        return resume(procedure, drafts.begin(viewer, procedure));
    }

    @PostMapping("/abandonner")
    String discard(@PathVariable String slug, Viewer viewer) {
        drafts.discard(viewer, slug);
        return "redirect:/mon-fil";
    }

    private static String resume(Procedure procedure, Draft draft) {
        var visible = procedure.form().visiblePages(draft.answers());
        var page = visible.stream()
                .map(FormPage::key)
                .filter(draft.page()::equals)
                .findFirst()
                .orElse(visible.getFirst().key());
        return "redirect:" + FillPage.href(procedure.slug(), page);
    }

    private Procedure procedure(String slug) {
        return procedures.current(slug).orElseThrow(NotFoundException::new);
    }
}
