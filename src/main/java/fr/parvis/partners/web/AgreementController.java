package fr.parvis.partners.web;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Known;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.LinkOutcome;
import fr.parvis.partners.links.Provings;
import fr.parvis.partners.web.Offers.Offer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last word before a link is made: nothing is linked that the person did not say yes to. */
@Controller
@RequestMapping("/mes-services/{slug}/lier")
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class AgreementController {

    private static final int LONGEST_LABEL = 80;

    private final Offers offers;
    private final FamilyLinks links;
    private final Provings provings;

    AgreementController(Offers offers, FamilyLinks links, Provings provings) {
        this.offers = offers;
        this.links = links;
        this.provings = provings;
    }

    /** Where the service signs people in with their account here, agreeing is all there is to do. */
    @PostMapping
    String agree(Viewer viewer, @PathVariable String slug) {
        var offer = offers.of(slug);
        if (offer.linking().method() != Proof.SIGN_ON) {
            throw new NotFoundException();
        }
        return done(offer, links.agree(viewer.account(), offer.partner(), viewer.firstName()));
    }

    @GetMapping("/accord")
    ModelAndView ask(Viewer viewer, @PathVariable String slug) {
        var offer = offers.of(slug);
        return provings.known(viewer.account(), offer.partner().id())
                .map(known -> Pages.page("partners/agreement", page(offer, known, known.name(), FormErrors.none())))
                .orElseGet(() -> new ModelAndView(done(offer, "perdu")));
    }

    @PostMapping("/accord")
    ModelAndView link(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String label) {
        var offer = offers.of(slug);
        var found = provings.known(viewer.account(), offer.partner().id());
        if (found.isEmpty()) {
            return new ModelAndView(done(offer, "perdu"));
        }
        var known = found.get();
        var name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL || name.chars().anyMatch(Character::isISOControl)) {
            var errors = FormErrors.of("label", "Écrivez un prénom ou un petit nom, comme Zoé");
            return corrected(page(offer, known, label, errors));
        }
        var outcome = links.link(
                viewer.account(), offer.partner(), known, name, offer.linking().method());
        provings.forget(viewer.account(), offer.partner().id());
        return new ModelAndView(done(offer, outcome));
    }

    private static AgreementPage page(Offer offer, Known known, String label, FormErrors errors) {
        return new AgreementPage(offer.partner(), offer.unit(), known, label, errors);
    }

    private static ModelAndView corrected(AgreementPage page) {
        return Pages.page("partners/agreement", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String done(Offer offer, LinkOutcome outcome) {
        return switch (outcome) {
            case LinkOutcome.Made() -> done(offer, "lie");
            case LinkOutcome.AlreadyYours() -> done(offer, "deja");
            // where the successor is
            case LinkOutcome.Replaced() -> "redirect:/mes-services";
        };
    }

    private static String done(Offer offer, String word) {
        return "redirect:" + offer.path() + "?fait=" + word;
    }
}
