package fr.parvis.partners.web;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Link;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The services of the town that a person linked or may link, and the way to each. */
@Controller
@RequestMapping("/mes-services")
@Access(Audience.SIGNED_IN)
class MyServicesController {

    private final Offers offers;
    private final Partners partners;
    private final FamilyLinks links;
    private final Threshold threshold;

    MyServicesController(Offers offers, Partners partners, FamilyLinks links, Threshold threshold) {
        this.offers = offers;
        this.partners = partners;
        this.links = links;
        this.threshold = threshold;
    }

    @GetMapping
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var mine = links.of(viewer.account());
        var offered = offers.all();
        var services = partners.all().stream()
                .map(partner -> new ServicesPage.Service(
                        partner,
                        mine.stream()
                                .filter(link -> link.partner().equals(partner.id()))
                                .toList(),
                        offered.contains(partner)))
                .filter(service -> !service.links().isEmpty())
                .toList();
        var linked = mine.stream().map(Link::partner).toList();
        var others = offered.stream()
                .filter(partner -> !linked.contains(partner.id()))
                .toList();
        return Pages.page("partners/services", new ServicesPage(services, others, fait.equals("retrait")));
    }

    /** What is shared, both ways, before anything is. */
    @GetMapping("/{slug}")
    ModelAndView show(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String fait) {
        var offer = offers.of(slug);
        var page = new ServicePage(
                offer.partner(), offer.linking(), offer.unit(), mine(viewer, offer), ServicePage.notice(fait));
        return Pages.page("partners/service", page);
    }

    /** To the page of the service, signed in there when it knows how. */
    @GetMapping("/{slug}/ouvrir")
    String open(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "/") String vers) {
        var partner = partners.bySlug(slug).orElseThrow(NotFoundException::new);
        boolean linked = links.of(viewer.account()).stream()
                .anyMatch(link -> link.partner().equals(partner.id()));
        return "redirect:" + (linked ? threshold.of(partner, vers) : "/mes-services/" + slug);
    }

    private List<Link> mine(Viewer viewer, Offers.Offer offer) {
        return links.of(viewer.account()).stream()
                .filter(link -> link.partner().equals(offer.partner().id()))
                .toList();
    }
}
