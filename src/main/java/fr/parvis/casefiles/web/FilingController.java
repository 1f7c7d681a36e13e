package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
import fr.parvis.casefiles.FilingOutcome;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.Procedures;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviewing the answers and sending them. */
@Controller
@RequestMapping("/demarches/{slug}")
@Access(Audience.SIGNED_IN)
public class FilingController {

    private final Procedures procedures;
    private final Drafts drafts;
    private final Filing filing;

    FilingController(Procedures procedures, Drafts drafts, Filing filing) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.filing = filing;
    }

    /** The answers before they are sent. */
    public record ReviewPage(
            String slug,
            String title,
            UUID draft,
            int version,
            List<Form.SummarySection> summary,
            int total,
            boolean changed) {}

    @GetMapping("/verifier")
    ModelAndView review(
            @PathVariable String slug, @RequestParam(defaultValue = "false") boolean modifie, Viewer viewer) {
        var procedure = procedures.current(slug).orElseThrow(NotFoundException::new);
        var draft = drafts.find(viewer, slug).orElse(null);
        if (draft == null) {
            return new ModelAndView("redirect:" + FillPage.start(slug));
        }
        var form = procedure.form();
        return Filing.firstIncomplete(procedure, draft.answers())
                .map(page -> new ModelAndView("redirect:" + FillPage.incomplete(slug, page.key())))
                .orElseGet(() -> Pages.page(
                        "casefiles/review",
                        new ReviewPage(
                                slug,
                                procedure.title(),
                                draft.id(),
                                draft.version(),
                                form.summary(draft.answers()),
                                form.visiblePages(draft.answers()).size() + 1,
                                modifie)));
    }

    @PostMapping("/envoyer")
    String send(@PathVariable String slug, @RequestParam UUID draft, @RequestParam int version, Viewer viewer) {
        var procedure = procedures.current(slug).orElseThrow(NotFoundException::new);
        return switch (filing.file(viewer, procedure, new Filing.Reviewed(draft, version))) {
            case FilingOutcome.Filed(var reference) -> "redirect:/suivi/" + reference.value() + "/accuse";
            case FilingOutcome.Incomplete(var page) -> "redirect:" + FillPage.incomplete(slug, page);
            case FilingOutcome.ReviewAgain() -> "redirect:" + FillPage.review(slug) + "?modifie=true";
            case FilingOutcome.NoDraft() -> "redirect:" + FillPage.start(slug);
        };
    }
}
