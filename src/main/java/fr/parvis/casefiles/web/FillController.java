package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Reminders;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.PageView;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Filling in a form, a page at a time; each page is kept as it is sent. */
@Controller
@RequestMapping("/demarches/{slug}")
@Access(Audience.SIGNED_IN)
class FillController {

    private static final String ACTION = "action";
    private static final String LATER = "plus-tard";
    private static final String BACK = "retour";
    private static final String REMOVE_FILE = "retirer-fichier:";

    private final Procedures procedures;
    private final Drafts drafts;
    private final DraftFiles files;
    private final Reminders reminders;

    FillController(Procedures procedures, Drafts drafts, DraftFiles files, Reminders reminders) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.files = files;
        this.reminders = reminders;
    }

    /** Begins, or takes up where the person left. */
    @GetMapping("/commencer")
    String begin(@PathVariable String slug, Viewer viewer) {
        var procedure = procedure(slug);
        var draft = drafts.begin(viewer, procedure);
        var visible = procedure.form().visiblePages(draft.answers());
        var page = visible.stream()
                .map(FormPage::key)
                .filter(draft.page()::equals)
                .findFirst()
                .orElse(visible.getFirst().key());
        return "redirect:" + FillPage.href(slug, page);
    }

    @GetMapping("/remplir/{key}")
    ModelAndView show(@PathVariable String slug, @PathVariable String key, Viewer viewer) {
        var procedure = procedure(slug);
        var draft = drafts.find(viewer, slug).orElse(null);
        if (draft == null) {
            return new ModelAndView("redirect:" + FillPage.start(slug));
        }
        // a page may have gone with a new version of the procedure, or with an answer changed since
        return FillPage.visible(procedure, draft.answers(), key)
                .map(page -> Pages.page(
                        "casefiles/fill", FillPage.of(procedure, draft.answers(), PageView.of(page, draft.answers()))))
                .orElseGet(() -> new ModelAndView("redirect:" + FillPage.start(slug)));
    }

    @PostMapping("/remplir/{key}")
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Viewer viewer) {
        var procedure = procedure(slug);
        var page = drafts.find(viewer, slug)
                .flatMap(draft -> FillPage.visible(procedure, draft.answers(), key))
                .orElse(null);
        if (page == null) {
            return new ModelAndView("redirect:" + FillPage.start(slug));
        }
        var typed = new Submission(values);
        var refused = files.attach(viewer, procedure, page, request);
        if (refused.isEmpty() && typed.staysOnPage()) {
            removeFile(viewer, procedure, typed.first(ACTION));
        }
        // gone when it was sent or abandoned meanwhile in another tab
        return drafts.save(viewer, procedure, page, typed)
                .map(read -> new Form.Reading(read.answers(), FillPage.merge(refused, read.errors())))
                .map(read -> after(viewer, procedure, new Saved(page, typed, read, refused.isEmpty())))
                .orElseGet(() -> new ModelAndView("redirect:" + FillPage.start(slug)));
    }

    /** A page that was just kept; {@code allFiles} says whether every file sent with it was kept too. */
    private record Saved(FormPage page, Submission typed, Form.Reading reading, boolean allFiles) {}

    private ModelAndView after(Viewer viewer, Procedure procedure, Saved saved) {
        var key = saved.page().key();
        if (saved.allFiles() && saved.typed().first(ACTION).equals(LATER)) {
            reminders.saved(viewer, procedure);
            return new ModelAndView("redirect:/mon-fil");
        }
        if (saved.allFiles() && saved.typed().staysOnPage()) {
            return new ModelAndView("redirect:" + FillPage.href(procedure.slug(), key));
        }
        var answers = saved.reading().answers();
        if (saved.allFiles() && saved.typed().first(ACTION).equals(BACK)) {
            return new ModelAndView("redirect:" + FillPage.before(procedure, answers, key));
        }
        var errors = saved.reading().errors();
        if (errors.isEmpty()) {
            return new ModelAndView("redirect:" + FillPage.after(procedure, answers, key));
        }
        var view = PageView.corrected(saved.page(), saved.typed(), answers, errors);
        return Pages.page("casefiles/fill", FillPage.of(procedure, answers, view), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/abandonner")
    String discard(@PathVariable String slug, Viewer viewer) {
        drafts.discard(viewer, slug);
        return "redirect:/mon-fil";
    }

    private void removeFile(Viewer viewer, Procedure procedure, String action) {
        if (action.startsWith(REMOVE_FILE)) {
            drafts.detach(viewer, procedure, action.substring(REMOVE_FILE.length()));
        }
    }

    private Procedure procedure(String slug) {
        return procedures.current(slug).orElseThrow(NotFoundException::new);
    }
}
