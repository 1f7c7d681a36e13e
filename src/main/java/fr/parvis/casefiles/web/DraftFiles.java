package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Drafts;
import fr.parvis.documents.Documents;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;

/** Files sent with a page of a form: each kept by itself, so that one that is refused does not take the others along. */
@Component
class DraftFiles {

    private final Drafts drafts;
    private final Documents documents;

    DraftFiles(Drafts drafts, Documents documents) {
        this.drafts = drafts;
        this.documents = documents;
    }

    /** Adds what was chosen for the page's fields to the draft; the errors name each file that was not kept. */
    FormErrors attach(Viewer viewer, Procedure procedure, FormPage page, NativeWebRequest request) {
        var errors = FormErrors.none();
        for (var field : page.fileFields()) {
            var reasons = Uploads.chosen(Uploads.sent(request, field)).stream()
                    .map(file -> attach(viewer, procedure, sent(page, field, file), file.getSize()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!reasons.isEmpty()) {
                errors = errors.and(field, String.join(" ", reasons));
            }
        }
        return errors;
    }

    private @Nullable String attach(Viewer viewer, Procedure procedure, Drafts.Sent sent, long bytes) {
        return documents
                .tooLarge(bytes)
                .map(refused -> refused.about(sent.name()))
                .orElseGet(() -> drafts.attach(viewer, procedure, sent).get(sent.field()));
    }

    private static Drafts.Sent sent(FormPage page, String field, MultipartFile file) {
        return new Drafts.Sent(page, field, Uploads.nameOf(file), () -> Uploads.contentOf(file));
    }
}
