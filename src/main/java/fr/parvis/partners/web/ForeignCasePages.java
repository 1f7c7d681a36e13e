package fr.parvis.partners.web;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.intake.ForeignCase;
import fr.parvis.partners.intake.ForeignCases;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.tracking.FollowedKind;
import fr.parvis.tracking.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a case that a partner handles, to the person whose it is. */
@Component
public class ForeignCasePages implements FollowedKind {

    private final ForeignCases cases;
    private final Partners partners;
    private final FamilyLinks links;
    private final Ledger ledger;
    private final Organisation organisation;
    private final Clock clock;

    ForeignCasePages(
            ForeignCases cases,
            Partners partners,
            FamilyLinks links,
            Ledger ledger,
            Organisation organisation,
            Clock clock) {
        this.cases = cases;
        this.partners = partners;
        this.links = links;
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
        var partner = partners.find(found.partner()).orElseThrow();
        return page(found, partner, there(partner, found), ForeignCasePage.FEED);
    }

    /**
     * The same page, for who may look at it without being that person; the caller sees to it.
     *
     * @param list where they came from
     */
    public ModelAndView preview(ForeignCase found, String list) {
        var partner = partners.find(found.partner()).orElseThrow();
        return page(found, partner, site(partner, found), list);
    }

    private ModelAndView page(ForeignCase found, Partner partner, String there, String list) {
        return Pages.page(
                "partners/follow",
                new ForeignCasePage(
                        ledger.find(found.reference()).orElseThrow(),
                        ledger.events(found.reference()),
                        partner.name(),
                        there,
                        organisation.unit(partner.unit()),
                        list,
                        clock.instant()));
    }

    /** Who is linked arrives there signed in, like from a tile; who is known there by a request only finds the site. */
    private String there(Partner partner, ForeignCase found) {
        boolean linked =
                links.of(found.owner()).stream().anyMatch(link -> link.partner().equals(partner.id()));
        return linked ? Partner.door(partner.slug(), found.path()) : site(partner, found);
    }

    private static String site(Partner partner, ForeignCase found) {
        return partner.page(found.path()).toString();
    }
}
