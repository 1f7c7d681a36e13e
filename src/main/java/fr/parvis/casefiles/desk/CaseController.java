package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.Decisions;
import fr.parvis.casefiles.Handling;
import fr.parvis.casefiles.HandlingOutcome;
import fr.parvis.casefiles.Message;
import fr.parvis.casefiles.OpenCases;
import fr.parvis.casefiles.PartnerCases;
import fr.parvis.casefiles.References;
import fr.parvis.casefiles.web.Uploads;
import fr.parvis.documents.Documents;
import fr.parvis.documents.FileResponse;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** A case on an agent's desk: everything about it and the actions of its step. */
@Controller
@RequestMapping("/bureau/dossiers/{reference}")
@Access(Audience.AGENT)
class CaseController {

    private final OpenCases cases;
    private final Handling handling;
    private final Decisions decisions;
    private final PartnerCases partnerCases;
    private final CasePages pages;
    private final Documents documents;
    private final Uploads uploads;

    CaseController(
            OpenCases cases,
            Handling handling,
            Decisions decisions,
            PartnerCases partnerCases,
            CasePages pages,
            Documents documents,
            Uploads uploads) {
        this.cases = cases;
        this.handling = handling;
        this.decisions = decisions;
        this.partnerCases = partnerCases;
        this.pages = pages;
        this.documents = documents;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView show(@PathVariable String reference, Viewer viewer) {
        return Pages.page("casefiles/desk/case", pages.of(viewer, reference));
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable UUID file, Viewer viewer) {
        var attachment = cases.attachment(References.read(reference), viewer, file);
        return FileResponse.of(documents.find(attachment.file()), documents.read(attachment.file()));
    }

    @PostMapping("/prise")
    ModelAndView take(ActForm form, Viewer viewer) {
        return after(form, viewer, handling.take(form.act(viewer)));
    }

    @PostMapping("/restitution")
    ModelAndView release(ActForm form, Viewer viewer) {
        return after(form, viewer, handling.release(form.act(viewer)));
    }

    @PostMapping("/reprise")
    ModelAndView takeBack(ActForm form, Viewer viewer) {
        return after(form, viewer, partnerCases.takeBack(form.act(viewer)));
    }

    @PostMapping("/avancement")
    ModelAndView advance(ActForm form, Viewer viewer) {
        return after(form, viewer, handling.advance(form.act(viewer)));
    }

    @PostMapping("/pieces")
    ModelAndView ask(ActForm form, Viewer viewer) {
        var due = form.dueDate();
        return due == null
                ? corrected(form, viewer, FormErrors.of("due", "Écrivez la date ainsi\u00a0: 4/12/2026."))
                : after(form, viewer, handling.ask(form.act(viewer), form.label(), form.hint(), due));
    }

    @PostMapping("/transmission")
    ModelAndView pass(ActForm form, Viewer viewer) {
        return after(form, viewer, handling.pass(form.act(viewer), form.unit(), form.text()));
    }

    @PostMapping("/accord")
    ModelAndView accept(ActForm form, Viewer viewer) {
        return after(form, viewer, decisions.accept(form.act(viewer)));
    }

    @PostMapping("/refus")
    ModelAndView refuse(ActForm form, Viewer viewer) {
        return after(form, viewer, decisions.refuse(form.act(viewer), form.reasons()));
    }

    @PostMapping("/messages")
    ModelAndView write(ActForm form, NativeWebRequest sent, Viewer viewer) {
        var act = form.act(viewer);
        var problem = Message.problem(form.text());
        if (problem != null) {
            return corrected(form, viewer, FormErrors.of("message", problem));
        }
        cases.open(act.reference(), viewer);
        var errors = uploads.keep(
                "fichiers",
                Uploads.sent(sent, "fichiers"),
                files -> handling.write(act, new Message(form.text(), files, form.envoi())));
        return errors.isEmpty() ? back(form) : corrected(form, viewer, errors);
    }

    /** Where the link of an error page leads after what was sent here could not be taken. */
    @GetMapping("/messages")
    String back(@PathVariable String reference) {
        return "redirect:/bureau/dossiers/" + References.read(reference);
    }

    @PostMapping("/notes")
    ModelAndView note(ActForm form, Viewer viewer) {
        var problem = Message.problem(form.text());
        if (problem != null) {
            return corrected(form, viewer, FormErrors.of("note", problem));
        }
        handling.note(form.act(viewer), new Message(form.text(), List.of(), form.envoi()));
        return back(form);
    }

    private ModelAndView after(ActForm form, Viewer viewer, HandlingOutcome outcome) {
        return switch (outcome) {
            // passed on to a unit the agent is not of, the case is no longer theirs to see
            case HandlingOutcome.Done done ->
                viewer.units().contains(done.file().unit()) ? back(form) : new ModelAndView("redirect:/bureau");
            case HandlingOutcome.Overtaken(var ignored, var news) ->
                Pages.page("casefiles/desk/case", pages.overtaken(viewer, form, news), HttpStatus.CONFLICT);
            case HandlingOutcome.Repeated(var file, var done) ->
                Pages.page(
                        "casefiles/desk/case",
                        pages.repeated(viewer, file.reference().value(), done));
            case HandlingOutcome.Refused(var ignored, var errors) -> corrected(form, viewer, errors);
        };
    }

    private ModelAndView corrected(ActForm form, Viewer viewer, FormErrors errors) {
        return Pages.page(
                "casefiles/desk/case", pages.corrected(viewer, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(ActForm form) {
        return new ModelAndView("redirect:/bureau/dossiers/" + form.reference());
    }
}
