package fr.parvis.casefiles;

import fr.parvis.casefiles.applicants.Applicants;
import fr.parvis.documents.Documents;
import fr.parvis.documents.StoreOutcome;
import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.FileAnswer;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Submission;
import fr.parvis.tracking.UnfinishedWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms begun: one per person and procedure, kept page by page, following the procedure's newest version. */
@Service
public class Drafts implements UnfinishedWork {

    private final DraftRepository repository;
    private final Procedures procedures;
    private final Documents documents;
    private final Applicants applicants;
    private final Clock clock;

    Drafts(DraftRepository repository, Procedures procedures, Documents documents, Applicants applicants, Clock clock) {
        this.repository = repository;
        this.procedures = procedures;
        this.documents = documents;
        this.applicants = applicants;
        this.clock = clock;
    }

    /** Begins a draft, or takes up the one there is: the link clicked again never makes a second. */
    @Transactional
    public Draft begin(Viewer viewer, Procedure procedure) {
        var existing = find(viewer, procedure.slug());
        if (existing.isPresent()) {
            return existing.get();
        }
        var answers = procedure.form().prefilled(applicants.everything(viewer));
        var first = procedure.form().visiblePages(answers).getFirst().key();
        repository.insertIfAbsent(
                new Draft(UUID.randomUUID(), viewer.account(), procedure.slug(), answers, first, 1, clock.instant()));
        return repository.find(viewer.account(), procedure.slug()).orElseThrow();
    }

    /** The draft, with what is certified of the person now rather than when it was saved. */
    public Optional<Draft> find(Viewer viewer, String procedure) {
        return repository
                .find(viewer.account(), procedure)
                .map(draft -> procedures
                        .current(procedure)
                        .map(current ->
                                draft.with(current.form().certified(draft.answers(), applicants.proven(viewer))))
                        .orElse(draft));
    }

    /**
     * Keeps what was sent for a page, right or wrong: nothing typed is asked for twice. What is certified stays.
     *
     * @return the errors to correct; empty when there is no such draft any more
     */
    @Transactional
    public Optional<Form.Reading> save(Viewer viewer, Procedure procedure, FormPage page, Submission typed) {
        return repository.lock(viewer.account(), procedure.slug()).map(draft -> {
            var reading = procedure.form().read(page, typed, draft.answers(), applicants.proven(viewer));
            repository.save(draft.id(), reading.answers(), page.key(), clock.instant());
            return reading;
        });
    }

    /** A file sent for a field of a page; {@code content} is read once, when it is kept. */
    public record Sent(FormPage page, String field, String name, Supplier<byte[]> content) {}

    /** Adds a file somebody chose for a field of a draft that is still there; the errors say why it was not kept. */
    @Transactional
    public FormErrors attach(Viewer viewer, Procedure procedure, Sent sent) {
        return repository
                .lock(viewer.account(), procedure.slug())
                .map(draft -> attach(draft, sent))
                .orElseGet(FormErrors::none);
    }

    /** Removes a file from a draft, for good; does nothing when it is not of this draft. */
    @Transactional
    public void detach(Viewer viewer, Procedure procedure, String file) {
        repository
                .lock(viewer.account(), procedure.slug())
                .ifPresent(draft -> draft.answers().files().stream()
                        .map(FileAnswer::id)
                        .filter(id -> id.toString().equals(file))
                        .findFirst()
                        .ifPresent(id -> {
                            keep(draft, draft.answers().withoutFile(id));
                            documents.delete(List.of(id));
                        }));
    }

    /** Throws a draft away, its files with it. */
    @Transactional
    public void discard(Viewer viewer, String procedure) {
        repository.lock(viewer.account(), procedure).ifPresent(this::remove);
    }

    @Override
    public List<Begun> of(UUID owner) {
        return repository.begun(owner).stream()
                .flatMap(draft -> procedures.current(draft.procedure()).stream()
                        .map(procedure -> new Begun(
                                procedure.title(), "/demarches/" + procedure.slug() + "/commencer", draft.savedAt())))
                .toList();
    }

    @EventListener
    void forget(AccountClosed closed) {
        repository.of(closed.account()).forEach(this::remove);
    }

    /** Whether this file is one of the draft's. */
    public static boolean has(Draft draft, UUID file) {
        return draft.answers().files().stream().anyMatch(answer -> answer.id().equals(file));
    }

    void remove(Draft draft) {
        documents.delete(draft.answers().files().stream().map(FileAnswer::id).toList());
        repository.delete(draft.id());
    }

    private FormErrors attach(Draft draft, Sent sent) {
        if (sent.page().roomForFiles(sent.field(), draft.answers()) == 0) {
            return FormErrors.of(
                    sent.field(),
                    "«\u00a0" + sent.name() + "\u00a0» n’a pas été gardé\u00a0: "
                            + "il y a déjà assez de fichiers ici. Retirez-en un pour le remplacer.");
        }
        return switch (documents.receive(sent.name(), sent.content().get())) {
            case StoreOutcome.Refused refused -> FormErrors.of(sent.field(), refused.about(sent.name()));
            case StoreOutcome.Stored(var file) -> {
                var answer = new FileAnswer(file.id(), file.name(), file.mediaType(), file.size());
                keep(draft, draft.answers().withFile(sent.field(), answer));
                yield FormErrors.none();
            }
        };
    }

    private void keep(Draft draft, Answers answers) {
        repository.save(draft.id(), answers, draft.page(), clock.instant());
    }
}
