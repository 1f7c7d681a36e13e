package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.OpenCases;
import fr.parvis.casefiles.References;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Organisation;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the page of a case on the desk. */
@Component
class CasePages {

    /** The usual time a resident is given to send a document, in days. */
    private static final int USUAL_WAIT = 15;

    private final OpenCases cases;
    private final Organisation organisation;
    private final Clock clock;

    CasePages(OpenCases cases, Organisation organisation, Clock clock) {
        this.cases = cases;
        this.organisation = organisation;
        this.clock = clock;
    }

    CasePage of(Viewer agent, String reference) {
        return page(agent, ActForm.blank(reference, 0), FormErrors.none(), "", "");
    }

    /** The case after an agent pressed twice. */
    CasePage repeated(Viewer agent, String reference, String done) {
        return page(agent, ActForm.blank(reference, 0), FormErrors.none(), "", done);
    }

    /** The case as another agent left it, with what this one had typed. */
    CasePage overtaken(Viewer agent, ActForm typed, String news) {
        return page(agent, typed, FormErrors.none(), news, "");
    }

    CasePage corrected(Viewer agent, ActForm typed, FormErrors errors) {
        return page(agent, typed, errors, "", "");
    }

    private CasePage page(Viewer agent, ActForm typed, FormErrors errors, String news, String done) {
        var open = cases.open(References.read(typed.reference()), agent);
        var now = clock.instant();
        return new CasePage(
                open,
                organisation.unit(open.file().unit()),
                organisation.units().stream()
                        .filter(unit -> !unit.id().equals(open.file().unit()))
                        .toList(),
                typed,
                errors,
                news,
                done,
                French.day(now).plusDays(USUAL_WAIT),
                agent.account(),
                now);
    }
}
