package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
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
import org.jspecify.annotations.Nullable;
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
    private final Filing filing;
    private final Reminders reminders;

    FillController(Procedures procedures, Drafts drafts, DraftFiles files, Filing filing, Reminders reminders) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.files = files;
        this.filing = filing;
        this.reminders = reminders;
    }

    @GetMapping("/remplir/{key}")
    ModelAndView show(
            @PathVariable String slug,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean manque,
            Viewer viewer) {
        var procedure = procedure(slug);
        var draft = drafts.find(viewer, slug).orElse(null);
        if (draft == null) {
            return new ModelAndView("redirect:" + FillPage.start(slug));
        }
        // a page may have gone with a new version of the procedure, or with an answer changed since
        return FillPage.visible(procedure, draft.answers(), key)
                .map(page -> manque
                        ? PageView.of(page, draft.answers(), procedure.form().check(page, draft.answers()))
                        : PageView.of(page, draft.answers()))
                .map(view -> Pages.page("casefiles/fill", FillPage.of(procedure, draft.answers(), view)))
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
        var typed = new Submission(values);
        var draft = drafts.find(viewer, slug).orElse(null);
        if (draft == null) {
            var sent = typed.first(SentPage.AGAIN).isEmpty() ? alreadySent(viewer, procedure, key, typed) : null;
            if (sent != null) {
                return sent;
            }
            draft = drafts.begin(viewer, procedure);
        }
        var page = FillPage.visible(procedure, draft.answers(), key).orElse(null);
        return page == null
                ? new ModelAndView("redirect:" + FillPage.start(slug))
                : save(viewer, procedure, page, typed, request);
    }

    /** The page that says so when a page left open is sent after the request; null when it was not sent. */
    private @Nullable ModelAndView alreadySent(Viewer viewer, Procedure procedure, String key, Submission typed) {
        var page = procedure.form().page(key);
        return filing.justSent(viewer, procedure.slug())
                .map(sent -> page.map(left -> SentPage.of(procedure, sent, left, typed))
                        .orElseGet(() -> SentPage.of(procedure, sent)))
                .map(sent -> Pages.page("casefiles/sent", sent, HttpStatus.CONFLICT))
                .orElse(null);
    }

    private ModelAndView save(
            Viewer viewer, Procedure procedure, FormPage page, Submission typed, NativeWebRequest request) {
        var refused = files.attach(viewer, procedure, page, request);
        if (refused.isEmpty() && typed.staysOnPage()) {
            removeFile(viewer, procedure, typed.first(ACTION));
        }
        // gone when it was sent or abandoned meanwhile in another tab
        return drafts.save(viewer, procedure, page, typed)
                .map(read -> new Form.Reading(read.answers(), FillPage.merge(refused, read.errors())))
                .map(read -> after(viewer, procedure, new Saved(page, typed, read, refused.isEmpty())))
                .orElseGet(() -> new ModelAndView("redirect:" + FillPage.start(procedure.slug())));
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

    private void removeFile(Viewer viewer, Procedure procedure, String action) {
        if (action.startsWith(REMOVE_FILE)) {
            drafts.detach(viewer, procedure, action.substring(REMOVE_FILE.length()));
        }
    }

    private Procedure procedure(String slug) {
        return procedures.current(slug).orElseThrow(NotFoundException::new);
    }
}
