package fr.parvis.casefiles;

import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedure;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people by e-mail where the form they left is waiting. */
@Service
public class Reminders {

    private final CaseMails mails;

    Reminders(CaseMails mails) {
        this.mails = mails;
    }

    /** The person chose to finish later. */
    @Transactional
    public void saved(Viewer viewer, Procedure procedure) {
        mails.saved(viewer.account(), procedure);
    }
}
