package fr.parvis.casefiles;

import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.French;
import fr.parvis.partners.handover.HandedFile;
import fr.parvis.partners.handover.Handover;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.handover.Opening;
import fr.parvis.partners.handover.Opening.Answer;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.partners.handover.Opinion;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.Form.SummaryLine;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.procedures.Step.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Steps that a partner handles: the case is handed over when it comes there, and what the resident sends goes with it. */
@Component
class PartnerSteps {

    private final Handovers handovers;
    private final Procedures procedures;
    private final Journal journal;

    PartnerSteps(Handovers handovers, Procedures procedures, Journal journal) {
        this.handovers = handovers;
        this.procedures = procedures;
        this.journal = journal;
    }

    /** Where the case is now, when a partner has it. */
    Optional<Handover> current(CaseFile file) {
        return procedureOf(file).circuit().isShared() ? handovers.current(file.reference()) : Optional.empty();
    }

    /** What partners thought of the case when they had done their part. */
    List<Opinion> opinions(CaseFile file) {
        return procedureOf(file).circuit().isShared() ? handovers.opinions(file.reference()) : List.of();
    }

    /**
     * Follows a case that may have changed: hands it over when it has come to a partner's step, takes it away when it has
     * left one. A step is handed over once: taken back, it stays here.
     */
    void follow(CaseFile file) {
        var procedure = procedureOf(file);
        if (!procedure.circuit().isShared()) {
            return;
        }
        handovers
                .current(file.reference())
                .filter(handover -> !file.status().isOpen() || !handover.step().equals(file.step()))
                .ifPresent(left -> handovers.withdraw(left, State.WITHDRAWN));
        var step = procedure.circuit().step(file.step());
        var handler = step.handler();
        if (handler != null
                && file.status().isOpen()
                && handovers.ofStep(file.reference(), step.key()).isEmpty()) {
            handOver(file, procedure, step, handler);
        }
    }

    /**
     * The partner that has the case reads what the resident writes.
     *
     * @return the partner, if it awaited an answer, which this is
     */
    Optional<Handover> written(CaseFile file, Message message) {
        var handover = current(file);
        handover.ifPresent(
                holder -> handovers.message(holder, message.text(), handed(message.files(), "Joint à un message")));
        var asker = handover.filter(holder -> holder.awaited() != null);
        asker.ifPresent(handovers::answered);
        return asker;
    }

    /** The partner that has the case is given what the resident sends. */
    void sent(CaseFile file, List<StoredFile> files, String label) {
        current(file).ifPresent(handover -> handovers.addDocuments(handover, handed(files, label)));
    }

    private void handOver(CaseFile file, Procedure procedure, Step step, Handler handler) {
        var lines = procedure.form().summary(Answers.parse(file.answers()), handler.share());
        List<Answer> answers = new ArrayList<>();
        List<HandedFile> files = new ArrayList<>();
        lines.forEach((question, told) -> told.forEach(line -> {
            answers.add(new Answer(question, line.label(), line.value()));
            files.addAll(handed(line));
        }));
        var shared = new Shared(procedure.slug(), procedure.title(), step.agentLabel(), answers);
        var partner = handovers.open(
                new Opening(file.reference(), file.owner(), handler.partner(), step.key(), shared, files));
        var outcome = partner.map(found -> "a confié l’étape «\u00a0" + step.agentLabel() + "\u00a0» à " + found.name())
                .orElseGet(() -> "n’a pas confié l’étape «\u00a0" + step.agentLabel() + "\u00a0»" + French.NBSP
                        + ": aucun partenaire «\u00a0" + handler.partner()
                        + "\u00a0» n’est ouvert. Le service la traite");
        journal.addAutomatic(file, outcome);
    }

    private static List<HandedFile> handed(SummaryLine line) {
        return line.files().stream()
                .map(one -> new HandedFile(one.id(), one.name(), line.label(), one.mediaType(), one.size()))
                .toList();
    }

    private static List<HandedFile> handed(List<StoredFile> files, String label) {
        return files.stream()
                .map(one -> new HandedFile(one.id(), one.name(), label, one.mediaType(), one.size()))
                .toList();
    }

    private Procedure procedureOf(CaseFile file) {
        return procedures.version(file.procedure(), file.procedureVersion());
    }
}
