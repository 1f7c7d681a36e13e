package fr.parvis.partners.handover;

import fr.parvis.documents.Documents;
import fr.parvis.documents.FileResponse;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.partners.api.Caller;
import fr.parvis.partners.api.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Where a partner reads the cases that it was handed, and fetches their documents. For the partner's program. */
@RestController
@Access(Audience.EVERYBODY)
class HandedCaseController {

    private final Caller caller;
    private final HandoverTable handovers;
    private final HandedCaseView views;
    private final HandedFiles files;
    private final Documents documents;

    HandedCaseController(
            Caller caller, HandoverTable handovers, HandedCaseView views, HandedFiles files, Documents documents) {
        this.caller = caller;
        this.handovers = handovers;
        this.views = views;
        this.files = files;
        this.documents = documents;
    }

    @GetMapping(HandedCaseView.PATH + "{reference}")
    ResponseEntity<ObjectNode> read(@PathVariable String reference, HttpServletRequest request)
            throws ProblemException {
        var partner = caller.identify(request);
        var handover = handovers
                .latest(partner.id(), reference)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-case",
                        "Aucun dossier de cette référence ne vous a été confié."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(views.of(handover));
    }

    @GetMapping(HandedFiles.PATH + "{token}")
    ResponseEntity<byte[]> fetch(@PathVariable String token, HttpServletRequest request) throws ProblemException {
        var partner = caller.identify(request);
        var file = files.open(partner.id(), token)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-link",
                        "Ce lien n’est pas à vous ou ne vaut plus : relisez le dossier, qui en donne un autre."));
        return FileResponse.of(documents.find(file), documents.read(file));
    }
}
