package fr.parvis.partners.web;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.Partners;
import fr.parvis.partners.intake.ForeignCase;
import fr.parvis.partners.intake.ForeignCases;
import fr.parvis.tracking.FollowedKind;
import fr.parvis.tracking.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a case that a partner handles, to the person whose it is. */
@Component
class ForeignCasePages implements FollowedKind {

    private final ForeignCases cases;
    private final Partners partners;
    private final Ledger ledger;
    private final Organisation organisation;
    private final Clock clock;

    ForeignCasePages(ForeignCases cases, Partners partners, Ledger ledger, Organisation organisation, Clock clock) {
        this.cases = cases;
        this.partners = partners;
        this.ledger = ledger;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ForeignCases.KIND;
    }

    @Override
    public ModelAndView show(Reference reference, Viewer viewer) {
        var found = cases.find(reference)
                .filter(one -> one.owner().equals(viewer.account()))
                .orElseThrow(NotFoundException::new);
        return Pages.page("partners/follow", page(found));
    }

    private ForeignCasePage page(ForeignCase found) {
        var partner = partners.find(found.partner()).orElseThrow();
        return new ForeignCasePage(
                ledger.find(found.reference()).orElseThrow(),
                ledger.events(found.reference()),
                partner.name(),
                partner.page(found.path()).toString(),
                organisation.unit(partner.unit()),
                clock.instant());
    }
}
