package fr.parvis.partners.web;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.links.PartnerSignIn;
import fr.parvis.partners.web.Offers.Offer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** To the partner's own sign-in and back. Links, not forms: the content policy lets forms lead to known providers only. */
@Controller
@RequestMapping("/mes-services/{slug}")
@Access(Audience.SIGNED_IN)
class PartnerSignInController {

    private final Offers offers;
    private final PartnerSignIn signIn;

    PartnerSignInController(Offers offers, PartnerSignIn signIn) {
        this.offers = offers;
        this.signIn = signIn;
    }

    @GetMapping("/lier/connexion")
    @RecentlyConfirmed
    String go(@PathVariable String slug, HttpServletResponse response) {
        var offer = there(slug);
        return "redirect:"
                + signIn.begin(offer.partner(), offer.linking(), response)
                        .map(URI::toString)
                        .orElse(offer.path() + "?fait=panne");
    }

    @GetMapping("/retour")
    String comeBack(
            Viewer viewer, @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
        var offer = there(slug);
        return "redirect:"
                + switch (signIn.end(viewer.account(), offer.partner(), offer.linking(), request, response)) {
                    case RECOGNISED -> offer.link() + "/accord";
                    case GAVE_UP -> offer.path() + "?fait=abandon";
                    case DOWN -> offer.path() + "?fait=panne";
                    case REFUSED -> offer.path() + "?fait=refus";
                    case LOST -> offer.path() + "?fait=perdu";
                };
    }

    private Offer there(String slug) {
        var offer = offers.of(slug);
        if (!offer.linking().isGivenThere()) {
            throw new NotFoundException();
        }
        return offer;
    }
}
