package fr.parvis.casefiles;

import fr.parvis.casefiles.HandlingOutcome.Done;
import fr.parvis.casefiles.HandlingOutcome.Refused;
import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.Partner;
import fr.parvis.partners.handover.Awaited;
import fr.parvis.partners.handover.HandedCases;
import fr.parvis.partners.handover.Handover;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.handover.Opinion;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases that a partner has: they move by what it tells, until it is done or an agent takes them back. */
@Service
public class PartnerCases implements HandedCases {

    private static final String TOOK_BACK = "a repris le dossier à ";

    private final Handovers handovers;
    private final Handling handling;
    private final Decisions decisions;
    private final CaseRepository cases;
    private final Journal journal;
    private final Standings standings;
    private final CaseMails mails;
    private final Procedures procedures;
    private final Clock clock;

    PartnerCases(
            Handovers handovers,
            Handling handling,
            Decisions decisions,
            CaseRepository cases,
            Journal journal,
            Standings standings,
            CaseMails mails,
            Procedures procedures,
            Clock clock) {
        this.handovers = handovers;
        this.handling = handling;
        this.decisions = decisions;
        this.cases = cases;
        this.journal = journal;
        this.standings = standings;
        this.mails = mails;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void told(Reference reference, Partner partner, List<Happening> happenings) {
        var file = cases.lock(reference).orElseThrow();
        var before = awaited(reference);
        for (var happening : happenings) {
            file = new Telling(file, partner, happening).apply();
        }
        remind(file, before);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(Reference reference, Partner former, Partner successor) {
        var file = cases.lock(reference).orElseThrow();
        // it may have been taken back, or be another partner's, since somebody looked
        handovers
                .current(reference)
                .filter(handover -> handover.partner().equals(former.id()))
                .ifPresent(handover -> passOn(file, handover, former, successor));
    }

    private void passOn(CaseFile file, Handover handover, Partner former, Partner successor) {
        handovers.passOn(handover, successor);
        journal.addAutomatic(file, "a confié le dossier à " + successor.name() + ", qui remplace " + former.name());
        standings.record(
                file,
                new TimelineEvent(
                        clock.instant(),
                        "Demande confiée à " + successor.name(),
                        "Ce service remplace " + former.name() + ".",
                        null));
    }

    private @Nullable Awaited awaited(Reference reference) {
        return handovers.current(reference).map(Handover::awaited).orElse(null);
    }

    /** Writes of what is awaited in the end, if it was not awaited before. */
    private void remind(CaseFile file, @Nullable Awaited before) {
        handovers.current(file.reference()).ifPresent(handover -> {
            var awaited = handover.awaited();
            if (awaited != null && !awaited.equals(before) && handovers.mayRemind(handover, awaited)) {
                mails.partnerAsks(file, procedureOf(file), handover.partnerName(), awaited);
            }
        });
    }

    /** An agent takes the case back: the unit does the step itself. */
    @Transactional
    public HandlingOutcome takeBack(Act act) {
        return handling.on(act, TOOK_BACK, file -> {
            var handover = handovers.current(file.reference());
            if (handover.isEmpty()) {
                return new Refused(file, FormErrors.of("actions", "Aucun partenaire n’a ce dossier."));
            }
            handovers.withdraw(handover.get(), State.TAKEN_BACK);
            journal.add(
                    file, act.agent(), Kind.ACTION, TOOK_BACK + handover.get().partnerName());
            return new Done(returned(
                    file,
                    new TimelineEvent(
                            clock.instant(),
                            "Demande reprise par la ville",
                            "Le service continue votre demande.",
                            handling.signature(file, act))));
        });
    }

    /** The unit goes on with the step, from today. */
    private CaseFile returned(CaseFile file, TimelineEvent event) {
        var today = French.day(clock.instant());
        var returned = file.change()
                .due(WorkingDays.after(today, stepOf(file).targetDays()))
                .done();
        cases.update(returned);
        standings.record(returned, event);
        return returned;
    }

    private Step stepOf(CaseFile file) {
        return procedureOf(file).circuit().step(file.step());
    }

    private Procedure procedureOf(CaseFile file) {
        return procedures.version(file.procedure(), file.procedureVersion());
    }

    /** One thing that the partner told, being applied. */
    private final class Telling {

        private final CaseFile file;
        private final Partner partner;
        private final Happening happening;

        Telling(CaseFile file, Partner partner, Happening happening) {
            this.file = file;
            this.partner = partner;
            this.happening = happening;
        }

        CaseFile apply() {
            return handovers
                    .current(file.reference())
                    .filter(handover -> handover.partner().equals(partner.id()))
                    .map(this::apply)
                    .orElseGet(this::noted);
        }

        private CaseFile apply(Handover handover) {
            var end = happening.end();
            if (end != null) {
                var opinion = new Opinion(partner.name(), end, reasons());
                handovers.finish(handover, opinion);
                return finish(opinion);
            }
            if (happening.turn() != Turn.SAME) {
                handovers.await(handover, happening.awaited());
            }
            return noted();
        }

        /** What comes after the partner's part ended, in the same breath, is told and changes nothing. */
        private CaseFile noted() {
            var event = happening.event();
            var more = event.detail() == null ? "" : ". " + event.detail();
            journal.addBy(partner.name(), file, "a indiqué" + French.NBSP + ": " + event.label() + more);
            standings.record(file, event);
            return file;
        }

        /** A decision ends the step; it is the town's only where the procedure says so. */
        private CaseFile finish(Opinion opinion) {
            var end = opinion.end();
            var more = opinion.text().isEmpty() ? "" : ". " + opinion.text();
            journal.addBy(partner.name(), file, opinion.deed() + more);
            var handler = stepOf(file).handler();
            boolean decides = handler != null && handler.decides();
            if (decides && (end == End.ACCEPTED || (end == End.REFUSED && Decisions.areReasons(reasons())))) {
                return decisions.decide(file, partner.name(), end == End.ACCEPTED, reasons());
            }
            return end == End.WITHDRAWN
                    ? returned(file, event("Demande revenue au service", null))
                    : handling.goOn(file, partner.name())
                            .orElseGet(() -> returned(file, event("Étape terminée", "Le service décide.")));
        }

        private TimelineEvent event(String label, @Nullable String detail) {
            return new TimelineEvent(
                    happening.event().at(), label, detail, happening.event().actor());
        }

        private String reasons() {
            var detail = happening.event().detail();
            return detail == null ? "" : detail.strip();
        }
    }
}
