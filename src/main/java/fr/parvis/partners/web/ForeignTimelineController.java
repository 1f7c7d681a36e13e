package fr.parvis.partners.web;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.intake.ForeignCases;
import fr.parvis.tracking.Ledger;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that happened to a case that a partner handles, for the person whose it is: its page shows the end of it. */
@Controller
@Access(Audience.SIGNED_IN)
class ForeignTimelineController {

    private static final int LAST_PAGE = 10_000;

    private final ForeignCases cases;
    private final Ledger ledger;

    ForeignTimelineController(ForeignCases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @GetMapping("/suivi/{reference}" + ForeignTimelinePage.UNDER)
    ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, Viewer viewer) {
        var found = Reference.parse(reference)
                .flatMap(cases::find)
                .filter(one -> one.owner().equals(viewer.account()))
                .orElseThrow(NotFoundException::new);
        return Pages.page(
                "partners/timeline",
                ForeignTimelinePage.of(
                        ledger.find(found.reference()).orElseThrow().title(),
                        "/suivi/" + found.reference().value(),
                        ledger.events(found.reference()),
                        Math.clamp(page, 0, LAST_PAGE)));
    }
}
