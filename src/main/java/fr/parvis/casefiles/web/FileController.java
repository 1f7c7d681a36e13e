package fr.parvis.casefiles.web;

import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.References;
import fr.parvis.documents.Documents;
import fr.parvis.documents.FileResponse;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The resident's own files, of drafts and of cases; nobody else's are found. */
@Controller
@Access(Audience.SIGNED_IN)
class FileController {

    private final Drafts drafts;
    private final CaseFiles cases;
    private final Documents documents;

    FileController(Drafts drafts, CaseFiles cases, Documents documents) {
        this.drafts = drafts;
        this.cases = cases;
        this.documents = documents;
    }

    @GetMapping("/demarches/{slug}/fichiers/{file}")
    ResponseEntity<byte[]> ofDraft(@PathVariable String slug, @PathVariable UUID file, Viewer viewer) {
        if (drafts.find(viewer, slug).filter(draft -> Drafts.has(draft, file)).isEmpty()) {
            throw new NotFoundException();
        }
        return FileResponse.of(documents.find(file), documents.read(file));
    }

    @GetMapping("/suivi/{reference}/fichiers/{file}")
    ResponseEntity<byte[]> ofCase(@PathVariable String reference, @PathVariable UUID file, Viewer viewer) {
        var attachment = cases.attachment(References.read(reference), viewer, file);
        return FileResponse.of(documents.find(attachment.file()), documents.read(attachment.file()));
    }
}
