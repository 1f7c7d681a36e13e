package fr.parvis.casefiles;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Overtaken;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.casefiles.HandlingOutcome.Repeated;
import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.kernel.French;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.procedures.Step.Action;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do on a case until the decision. Each act names the version it was decided on and holds the row: of two
 * agents acting at once the second is told what the first did.
 */
@Service
public class Handling {

    /** The longest time a resident is given to send a document, in days. */
    static final int LONGEST_WAIT = 60;

    private static final String TOOK = "a pris le dossier";
    private static final String GAVE_BACK = "a rendu le dossier au service";
    private static final String ENDED = "a terminé l’étape ";
    private static final String ASKED = "a demandé\u00a0: ";
    private static final String PASSED = "a transmis le dossier au service ";
    private static final String GONE = "Cette personne a supprimé son compte et ne verra rien de ce qui part d’ici."
            + " Joignez-la autrement\u00a0: sa dernière adresse électronique est dans l’historique.";
    private static final int LONGEST_LABEL = 150;
    private static final int LONGEST_HINT = 600;

    private final CaseAccess access;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Journal journal;
    private final Procedures procedures;
    private final Organisation organisation;
    private final Standings standings;
    private final CaseMails mails;
    private final Clock clock;

    Handling(
            CaseAccess access,
            CaseRepository cases,
            CasePapers papers,
            Journal journal,
            Procedures procedures,
            Organisation organisation,
            Standings standings,
            CaseMails mails,
            Clock clock) {
        this.access = access;
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.procedures = procedures;
        this.organisation = organisation;
        this.standings = standings;
        this.mails = mails;
        this.clock = clock;
    }

    /** Makes the case the agent's own. */
    @Transactional
    public HandlingOutcome take(Act act) {
        return on(act, TOOK, file -> {
            var taken = file.change()
                    .assign(act.agent().account(), act.agent().fullName())
                    .done();
            cases.update(taken);
            journal.add(file, act.agent(), Kind.ACTION, TOOK);
            return new Done(taken);
        });
    }

    /** Gives the case back to the unit. */
    @Transactional
    public HandlingOutcome release(Act act) {
        return on(act, GAVE_BACK, file -> {
            var released = file.change().assign(null, null).done();
            cases.update(released);
            journal.add(file, act.agent(), Kind.ACTION, GAVE_BACK);
            return new Done(released);
        });
    }

    /** Ends the current step: the case goes on to the next one. */
    @Transactional
    public HandlingOutcome advance(Act act) {
        return on(act, ENDED, file -> {
            var step = procedureOf(file).circuit().step(file.step());
            if (!step.allows(Action.ADVANCE)) {
                return refused(file, "Cette étape se termine par une décision.");
            }
            journal.add(file, act.agent(), Kind.ACTION, ENDED + "«\u00a0" + step.agentLabel() + "\u00a0»");
            return new Done(goOn(file, signature(file, act)).orElseThrow());
        });
    }

    /** Asks the resident for a document, by a date; the case waits for them and the legal clock with it. */
    @Transactional
    public HandlingOutcome ask(Act act, String label, String hint, LocalDate due) {
        return on(act, ASKED + label, file -> {
            var today = French.day(clock.instant());
            if (!procedureOf(file).circuit().step(file.step()).allows(Action.ASK_DOCUMENT)) {
                return refused(file, "À cette étape, on ne demande plus de pièce.");
            }
            if (!mails.reaches(file)) {
                return new Refused(file, FormErrors.of("label", GONE));
            }
            var request = new DocumentRequest(UUID.randomUUID(), label, hint, due, clock.instant());
            var errors = check(request, today);
            return errors.isEmpty() ? ask(act, file, request) : new Refused(file, errors);
        });
    }

    /** Passes the case to another unit, which handles the current step instead. */
    @Transactional
    public HandlingOutcome pass(Act act, String unit, String reason) {
        return on(act, PASSED, file -> {
            var target = organisation.units().stream()
                    .filter(one -> one.id().equals(unit) && !unit.equals(file.unit()))
                    .findFirst();
            if (target.isEmpty()) {
                return new Refused(file, FormErrors.of("unit", "Choisissez le service qui va traiter le dossier."));
            }
            var fault = Message.fault(reason, Message.LONGEST);
            return fault == null
                    ? pass(act, file, target.get(), reason)
                    : new Refused(file, FormErrors.of("pourquoi", fault));
        });
    }

    /**
     * Writes to the resident, who is told by e-mail. Needs no version: it takes nothing from anybody.
     *
     * @return why it could not be written, by field
     */
    @Transactional
    public FormErrors write(Act act, Message message) {
        var file = access.holdAsAgent(act.reference(), act.agent());
        if (!mails.reaches(file)) {
            papers.discard(message.files());
            return FormErrors.of("message", GONE);
        }
        if (!journal.write(file, act.agent(), Kind.MESSAGE, message)) {
            papers.discard(message.files());
            return FormErrors.none();
        }
        message.files().forEach(stored -> papers.attach(file, stored, "Joint à un message du service", Origin.MESSAGE));
        mails.messageWritten(file, procedureOf(file));
        return FormErrors.none();
    }

    /** Keeps a note for agents only. */
    @Transactional
    public void note(Act act, Message note) {
        journal.write(access.holdAsAgent(act.reference(), act.agent()), act.agent(), Kind.NOTE, note);
    }

    /**
     * Runs an act on the case if nobody acted since the agent saw it.
     *
     * @param deed how the journal tells this act: found there as the agent's own last, the act is a second press
     */
    HandlingOutcome on(Act act, String deed, Function<CaseFile, HandlingOutcome> verb) {
        var file = access.holdAsAgent(act.reference(), act.agent());
        return file.version() == act.version() && file.status().isOpen() ? verb.apply(file) : notDone(act, deed, file);
    }

    private HandlingOutcome notDone(Act act, String deed, CaseFile file) {
        var last = journal.of(file.id()).stream()
                .filter(JournalEntry::changesTheCase)
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return new Overtaken(file, "Le dossier a changé entre-temps.");
        }
        var entry = last.get();
        var when = ", " + French.dateTime(entry.at()) + ".";
        if (!act.agent().account().equals(entry.author())) {
            return new Overtaken(file, entry.authorName() + " " + entry.deed() + when);
        }
        return file.version() == act.version() + 1 && entry.deed().startsWith(deed)
                ? new Repeated(file, entry.deedOfYours() + when)
                : new Overtaken(file, entry.deedOfYours() + when);
    }

    /** Goes on to the next step, if the circuit has one. */
    Optional<CaseFile> goOn(CaseFile file, String signature) {
        return procedureOf(file).circuit().after(file.step()).stream()
                .findFirst()
                .map(next -> goOn(file, next, signature));
    }

    private CaseFile goOn(CaseFile file, Step next, String signature) {
        var done = procedureOf(file).circuit().step(file.step());
        var now = clock.instant();
        var moved = file.change()
                .to(CaseStatus.IN_PROGRESS, now)
                .clock(file.clock().resume(French.day(now)))
                .step(next.key(), next.unit(), WorkingDays.after(French.day(now), next.targetDays()));
        if (!next.unit().equals(file.unit())) {
            moved.assign(null, null);
        }
        var advanced = moved.done();
        cases.update(advanced);
        papers.giveUp(file.id(), now);
        standings.record(advanced, new TimelineEvent(now, done.residentLabel(), "C’est fait.", signature));
        return advanced;
    }

    private HandlingOutcome ask(Act act, CaseFile file, DocumentRequest request) {
        var waiting = file.change()
                .to(CaseStatus.WAITING_RESIDENT, request.askedAt())
                .clock(file.clock().pause(French.day(request.askedAt())))
                .due(request.dueOn())
                .done();
        cases.update(waiting);
        papers.ask(file, request);
        journal.add(file, act.agent(), Kind.ACTION, ASKED + request.label());
        standings.record(
                waiting,
                new TimelineEvent(
                        request.askedAt(),
                        "Pièce demandée" + French.NBSP + ": " + request.label(),
                        request.hint(),
                        signature(file, act)));
        mails.documentAsked(waiting, procedureOf(file), request);
        return new Done(waiting);
    }

    private HandlingOutcome pass(Act act, CaseFile file, Unit target, String reason) {
        var passed = file.change().unit(target.id()).assign(null, null).done();
        cases.update(passed);
        journal.add(file, act.agent(), Kind.ACTION, PASSED + target.name());
        if (!reason.isBlank()) {
            journal.add(file, act.agent(), Kind.NOTE, reason);
        }
        standings.record(
                passed,
                new TimelineEvent(
                        clock.instant(),
                        "Dossier transmis au service " + target.name(),
                        "Ce service continue votre demande.",
                        signature(file, act)));
        return new Done(passed);
    }

    private static FormErrors check(DocumentRequest request, LocalDate today) {
        var errors = FormErrors.none();
        var label = request.label().isBlank()
                ? "Dites quelle pièce vous demandez."
                : Message.fault(request.label(), LONGEST_LABEL);
        if (label != null) {
            errors = errors.and("label", label);
        }
        var hint = Message.fault(request.hint(), LONGEST_HINT);
        if (hint != null) {
            errors = errors.and("hint", hint);
        }
        var due = request.dueOn();
        return due.isAfter(today) && !due.isAfter(today.plusDays(LONGEST_WAIT))
                ? errors
                : errors.and("due", "Choisissez une date entre demain et dans " + French.days(LONGEST_WAIT) + ".");
    }

    private static Refused refused(CaseFile file, String message) {
        return new Refused(file, FormErrors.of("actions", message));
    }

    /** Who signs an event on the resident's thread. */
    String signature(CaseFile file, Act act) {
        return organisation.unit(file.unit()).name() + ", " + act.agent().shortName();
    }

    private Procedure procedureOf(CaseFile file) {
        return procedures.version(file.procedure(), file.procedureVersion());
    }
}
