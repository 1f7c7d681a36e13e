package fr.parvis.casefiles.web;

import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.Message;
import fr.parvis.casefiles.Receipts;
import fr.parvis.casefiles.References;
import fr.parvis.documents.Pdfs;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import fr.parvis.organisation.Organisation;
import fr.parvis.tracking.FollowedKind;
import fr.parvis.tracking.Ledger;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** A resident follows a request: its thread, its receipt, messages, documents to send, withdrawal. */
@Controller
@RequestMapping("/suivi/{reference}")
@Access(Audience.SIGNED_IN)
class FollowController implements FollowedKind {

    private static final String FILES = "fichiers";
    private static final String NOT_AWAITED =
            "Cette pièce n’est plus attendue\u00a0: elle n’a pas été gardée. Si elle est utile, appelez le service.";
    /** Browsers give back no file to a form that comes back. */
    private static final String CHOOSE_AGAIN = " Choisissez aussi votre fichier de nouveau.";

    private static final String OVER =
            "Votre demande est terminée\u00a0: ce message n’a pas été envoyé. Appelez le service.";

    private final CaseFiles cases;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Organisation organisation;
    private final Uploads uploads;
    private final Pdfs pdfs;
    private final Clock clock;

    FollowController(
            CaseFiles cases,
            Receipts receipts,
            Ledger ledger,
            Organisation organisation,
            Uploads uploads,
            Pdfs pdfs,
            Clock clock) {
        this.cases = cases;
        this.receipts = receipts;
        this.ledger = ledger;
        this.organisation = organisation;
        this.uploads = uploads;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return CaseFiles.KIND;
    }

    @Override
    public ModelAndView show(Reference reference, Viewer viewer) {
        return Pages.page("casefiles/follow", page(reference.value(), viewer, FormErrors.none(), ""));
    }

    @GetMapping("/accuse")
    ModelAndView receipt(@PathVariable String reference, Viewer viewer) {
        return Pages.page("casefiles/receipt", receipts.of(References.read(reference), viewer));
    }

    @GetMapping("/accuse.pdf")
    ResponseEntity<byte[]> receiptPdf(@PathVariable String reference, Viewer viewer) {
        var receipt = receipts.of(References.read(reference), viewer);
        var page = new ReceiptPaper(organisation.town(), receipt);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"accuse-" + receipt.reference() + ".pdf\"")
                .body(pdfs.render("casefiles/receiptPaper", page));
    }

    @PostMapping("/pieces/{request}")
    ModelAndView answer(
            @PathVariable String reference, @PathVariable UUID request, NativeWebRequest sent, Viewer viewer) {
        var own = cases.open(References.read(reference), viewer);
        var field = "piece-" + request;
        var errors = uploads.keep(field, Uploads.sent(sent, FILES), files -> {
            if (files.isEmpty()) {
                return FormErrors.of(field, "Choisissez le fichier à envoyer, photo ou PDF.");
            }
            return cases.answer(own.file().reference(), viewer, request, files)
                    ? FormErrors.none()
                    : FormErrors.of("messages", NOT_AWAITED);
        });
        return errors.isEmpty()
                ? new ModelAndView("redirect:/suivi/" + reference)
                : corrected(reference, viewer, errors, "");
    }

    /** Where the link of an error page leads after what was sent here could not be taken. */
    @GetMapping({"/pieces/{request}", "/messages"})
    String back(@PathVariable String reference) {
        return "redirect:/suivi/" + References.read(reference);
    }

    @PostMapping("/messages")
    ModelAndView write(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String envoi,
            NativeWebRequest sent,
            Viewer viewer) {
        var text = message.strip();
        var chosen = Uploads.sent(sent, FILES);
        boolean withFiles = !Uploads.chosen(chosen).isEmpty();
        var problem = text.isEmpty() && withFiles ? null : Message.problem(text);
        if (problem != null) {
            var whole = withFiles ? problem + CHOOSE_AGAIN : problem;
            return corrected(reference, viewer, FormErrors.of("message", whole), text);
        }
        var own = cases.open(References.read(reference), viewer);
        var errors = uploads.keep(
                FILES,
                chosen,
                files -> cases.write(own.file().reference(), viewer, Message.sent(text, files, envoi))
                        ? FormErrors.none()
                        : FormErrors.of("messages", OVER));
        return errors.isEmpty()
                ? new ModelAndView("redirect:/suivi/" + reference + "#messages")
                : corrected(reference, viewer, errors, text);
    }

    @GetMapping("/retrait")
    ModelAndView confirmWithdrawal(@PathVariable String reference, Viewer viewer) {
        return Pages.page("casefiles/withdraw", page(reference, viewer, FormErrors.none(), ""));
    }

    @PostMapping("/retrait")
    String withdraw(@PathVariable String reference, Viewer viewer) {
        cases.withdraw(References.read(reference), viewer);
        return "redirect:/suivi/" + reference;
    }

    @GetMapping("/consultations")
    ModelAndView openings(@PathVariable String reference, Viewer viewer) {
        var openings = cases.openings(References.read(reference), viewer);
        return Pages.page(
                "casefiles/openings",
                OpeningsPage.of(
                        reference, openings, unit -> organisation.unit(unit).name()));
    }

    private ModelAndView corrected(String reference, Viewer viewer, FormErrors errors, String typed) {
        return Pages.page("casefiles/follow", page(reference, viewer, errors, typed), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private FollowPage page(String reference, Viewer viewer, FormErrors errors, String typed) {
        var own = cases.open(References.read(reference), viewer);
        var item = ledger.find(own.file().reference()).orElseThrow();
        return new FollowPage(
                own,
                item,
                ledger.events(own.file().reference()),
                organisation.unit(own.file().unit()),
                errors,
                typed,
                clock.instant());
    }
}
