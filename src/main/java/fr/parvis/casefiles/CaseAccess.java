package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.NotFoundException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who may see which case, decided here and nowhere else, and recorded here: its owner, and the agents of the unit that
 * holds it. To everybody else the case does not exist. An agent never handles a case of their own.
 */
@Component
class CaseAccess {

    private final CaseRepository cases;
    private final Journal journal;

    CaseAccess(CaseRepository cases, Journal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    /** The resident's own case. */
    CaseFile asOwner(Reference reference, Viewer viewer) {
        return checked(cases.find(reference), file -> isOwner(file, viewer));
    }

    /** The resident's own case, held for a change. */
    CaseFile holdAsOwner(Reference reference, Viewer viewer) {
        return checked(cases.lock(reference), file -> isOwner(file, viewer));
    }

    /** An agent opens a case: the opening is recorded for the resident to see. */
    CaseFile openAsAgent(Reference reference, Viewer agent) {
        var file = checked(cases.find(reference), found -> handles(found, agent));
        journal.opened(file, agent);
        return file;
    }

    /** An agent acts on a case already open before them; the act is in the journal. */
    CaseFile holdAsAgent(Reference reference, Viewer agent) {
        return checked(cases.lock(reference), file -> handles(file, agent));
    }

    private static CaseFile checked(Optional<CaseFile> found, Predicate<CaseFile> allowed) {
        return found.filter(allowed).orElseThrow(NotFoundException::new);
    }

    private static boolean isOwner(CaseFile file, Viewer viewer) {
        return file.owner().equals(viewer.account());
    }

    private static boolean handles(CaseFile file, Viewer agent) {
        return agent.units().contains(file.unit()) && !isOwner(file, agent);
    }
}
