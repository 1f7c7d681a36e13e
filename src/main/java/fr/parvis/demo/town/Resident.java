package fr.parvis.demo.town;

import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.Filing;
import fr.parvis.casefiles.FilingOutcome;
import fr.parvis.casefiles.Message;
import fr.parvis.documents.Documents;
import fr.parvis.documents.StoreOutcome;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What residents of the demo do, by the same verbs as the pages. */
@Component
@Profile("demo")
class Resident {

    private final Procedures procedures;
    private final Drafts drafts;
    private final Filing filing;
    private final CaseFiles cases;
    private final Documents documents;

    Resident(Procedures procedures, Drafts drafts, Filing filing, CaseFiles cases, Documents documents) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.filing = filing;
        this.cases = cases;
        this.documents = documents;
    }

    /** Fills in the form and sends it. */
    Reference file(Viewer viewer, String slug, Map<String, List<String>> typed) {
        var procedure = fill(viewer, slug, typed, Integer.MAX_VALUE);
        var draft = drafts.find(viewer, slug).orElseThrow();
        var outcome = filing.file(viewer, procedure, new Filing.Reviewed(draft.id(), draft.version()));
        if (outcome instanceof FilingOutcome.Filed(var reference)) {
            return reference;
        }
        throw new IllegalStateException(slug + " of the demo is not complete: " + outcome);
    }

    /** Fills in the first pages only. */
    void begin(Viewer viewer, String slug, Map<String, List<String>> typed, int pages) {
        fill(viewer, slug, typed, pages);
    }

    /** Sends what is asked for. */
    void answer(Viewer viewer, Reference reference) {
        for (var request : cases.open(reference, viewer).awaited()) {
            if (documents.receive("justificatif.jpg", Specimen.photo(request.label()))
                    instanceof StoreOutcome.Stored(var file)) {
                cases.answer(reference, viewer, request.id(), List.of(file));
            }
        }
    }

    void write(Viewer viewer, Reference reference, String text) {
        cases.write(reference, viewer, Message.of(text));
    }

    void withdraw(Viewer viewer, Reference reference) {
        cases.withdraw(reference, viewer);
    }

    private Procedure fill(Viewer viewer, String slug, Map<String, List<String>> typed, int pages) {
        var procedure = procedures.current(slug).orElseThrow();
        var answers = drafts.begin(viewer, procedure).answers();
        for (int i = 0;
                i < Math.min(pages, procedure.form().visiblePages(answers).size());
                i++) {
            var page = procedure.form().visiblePages(answers).get(i);
            attach(viewer, procedure, page);
            var all = new HashMap<>(typed);
            all.putIfAbsent("prenom", List.of(viewer.firstName()));
            all.putIfAbsent("nom", List.of(viewer.lastName()));
            answers = drafts.save(viewer, procedure, page, new Submission(all))
                    .orElseThrow()
                    .answers();
        }
        return procedure;
    }

    private void attach(Viewer viewer, Procedure procedure, FormPage page) {
        for (var field : page.fileFields()) {
            drafts.attach(
                    viewer,
                    procedure,
                    new Drafts.Sent(page, field, field.replace('_', '-') + ".jpg", () -> Specimen.photo(field)));
        }
    }
}
