package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.kernel.OneByOne;
import fr.parvis.kernel.Reference;
import fr.parvis.procedures.LegalRegime;
import fr.parvis.procedures.Procedures;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Decisions by silence: past the legal date the law has decided, and the resident is told (CRPA L231-1, L231-4). */
@Service
class Silence {

    private final CaseRepository cases;
    private final CasePapers papers;
    private final Journal journal;
    private final Procedures procedures;
    private final Standings standings;
    private final CaseMails mails;
    private final Clock clock;
    private final OneByOne oneByOne;

    Silence(
            CaseRepository cases,
            CasePapers papers,
            Journal journal,
            Procedures procedures,
            Standings standings,
            CaseMails mails,
            Clock clock,
            OneByOne oneByOne) {
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.procedures = procedures;
        this.standings = standings;
        this.mails = mails;
        this.clock = clock;
        this.oneByOne = oneByOne;
    }

    /** Decides every case whose legal date has passed, one transaction each. */
    void decide() {
        var today = French.day(clock.instant());
        oneByOne.each("silent decision", () -> cases.silentBefore(today), Reference::value, this::decide);
    }

    private void decide(Reference reference) {
        var file = cases.lock(reference).orElseThrow();
        var legalDue = file.legalDue();
        var now = clock.instant();
        if (file.status() != CaseStatus.IN_PROGRESS || legalDue == null || !legalDue.isBefore(French.day(now))) {
            return;
        }
        var accepted = file.clock().silence() == LegalRegime.Silence.ACCEPTANCE;
        var decided = file.change()
                .to(accepted ? CaseStatus.ACCEPTED : CaseStatus.REFUSED, now)
                .implicit()
                .done();
        cases.update(decided);
        papers.giveUp(file.id(), now);
        journal.addAutomatic(file, accepted ? "acceptée par silence de la ville" : "refusée par silence de la ville");
        standings.record(
                decided,
                new TimelineEvent(
                        now,
                        accepted ? "Demande acceptée, faute de réponse" : "Demande refusée, faute de réponse",
                        accepted
                                ? "Le délai légal est passé\u00a0: vous pouvez demander une attestation au service."
                                : "Le délai légal est passé. Vous pouvez demander les raisons au service, qui a un mois"
                                        + " pour vous répondre (article L232-4).",
                        null));
        mails.decidedBySilence(decided, procedures.version(file.procedure(), file.procedureVersion()));
    }
}
