package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedure;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people by e-mail where the form they left is waiting. */
@Service
public class Reminders {

    private final DraftRepository drafts;
    private final CaseMails mails;
    private final Clock clock;

    Reminders(DraftRepository drafts, CaseMails mails, Clock clock) {
        this.drafts = drafts;
        this.mails = mails;
        this.clock = clock;
    }

    /** The person chose to finish later: told once a day for each form, however often they leave it. */
    @Transactional
    public void saved(Viewer viewer, Procedure procedure) {
        if (drafts.remindedOn(French.day(clock.instant()), viewer.account(), procedure.slug())) {
            mails.saved(viewer.account(), procedure);
        }
    }
}
