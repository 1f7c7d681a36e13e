package fr.parvis.casefiles;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.casefiles.letters.DecisionLetters;
import fr.parvis.casefiles.letters.DecisionLetters.Signatory;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step.Action;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepting and refusing: the case ends, the letter is made, the resident is told, all in one transaction. */
@Service
public class Decisions {

    /** Shorter than this, no rule nor fact can be named. */
    private static final int SHORTEST_REASONS = 20;

    private static final String ACCEPTED = "a accepté la demande";
    private static final String REFUSED = "a refusé la demande";

    private final Handling handling;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Journal journal;
    private final DecisionLetters letters;
    private final Procedures procedures;
    private final Standings standings;
    private final CaseMails mails;
    private final Clock clock;

    Decisions(
            Handling handling,
            CaseRepository cases,
            CasePapers papers,
            Journal journal,
            DecisionLetters letters,
            Procedures procedures,
            Standings standings,
            CaseMails mails,
            Clock clock) {
        this.handling = handling;
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.letters = letters;
        this.procedures = procedures;
        this.standings = standings;
        this.mails = mails;
        this.clock = clock;
    }

    /** Grants the request. */
    @Transactional
    public HandlingOutcome accept(Act act) {
        return handling.on(act, ACCEPTED, file -> decide(act, file, Action.ACCEPT, ""));
    }

    /** Refuses the request, with its reasons in law and fact (CRPA L211-2, L211-5). */
    @Transactional
    public HandlingOutcome refuse(Act act, String reasons) {
        return handling.on(act, REFUSED, file -> {
            var fault = fault(reasons.strip());
            return fault == null
                    ? decide(act, file, Action.REFUSE, reasons.strip())
                    : new Refused(file, FormErrors.of("reasons", fault));
        });
    }

    /** A partner decides, at a step whose procedure says that it does. */
    CaseFile decide(CaseFile file, String partner, boolean accepted, String reasons) {
        var action = accepted ? Action.ACCEPT : Action.REFUSE;
        var decided = conclude(file, action, reasons, new Signatory(partner, "par délégation de la ville"), partner);
        journal.addBy(partner, file, accepted ? ACCEPTED : REFUSED);
        return decided;
    }

    /** Whether a refusal can stand on these reasons. */
    static boolean areReasons(String text) {
        return fault(text) == null;
    }

    private static @Nullable String fault(String reasons) {
        return reasons.length() < SHORTEST_REASONS
                ? "Écrivez les raisons du refus\u00a0: la règle appliquée et ce qui, dans le dossier, ne la remplit pas."
                : Message.fault(reasons, Message.LONGEST);
    }

    private HandlingOutcome decide(Act act, CaseFile file, Action action, String reasons) {
        var procedure = procedures.version(file.procedure(), file.procedureVersion());
        if (!procedure.circuit().step(file.step()).allows(action)) {
            return new Refused(file, FormErrors.of("actions", "La décision se prend à une autre étape du circuit."));
        }
        var signatory = letters.signatory(act.agent(), file.unit());
        var decided = conclude(file, action, reasons, signatory, handling.signature(file, act));
        journal.add(file, act.agent(), Kind.ACTION, action == Action.ACCEPT ? ACCEPTED : REFUSED);
        return new Done(decided);
    }

    private CaseFile conclude(CaseFile file, Action action, String reasons, Signatory signatory, String actor) {
        var procedure = procedures.version(file.procedure(), file.procedureVersion());
        var now = clock.instant();
        var accepted = action == Action.ACCEPT;
        var decided = file.change()
                .to(accepted ? CaseStatus.ACCEPTED : CaseStatus.REFUSED, now)
                .done();
        cases.update(decided);
        papers.giveUp(file.id(), now);
        papers.attach(
                decided,
                letters.write(decided, procedure, signatory, reasons),
                "Courrier de décision",
                Origin.DECISION);
        standings.record(
                decided,
                new TimelineEvent(
                        now,
                        accepted ? "Demande acceptée" : "Demande refusée",
                        accepted ? "Le courrier est dans votre dossier." : reasons,
                        actor));
        mails.decided(decided, procedure);
        return decided;
    }
}
