package fr.parvis.partners.links.desk;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Linkings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Offers residents a way to link themselves to a partner, and says what they are told before. */
@Controller
@RequestMapping("/bureau/partenaires/{slug}/liaison")
@Access(Audience.ADMINISTRATOR)
@RecentlyConfirmed
class LinkingController {

    private final Partners partners;
    private final Linkings linkings;

    LinkingController(Partners partners, Linkings linkings) {
        this.partners = partners;
        this.linkings = linkings;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug) {
        var partner = partner(slug);
        return Pages.page(
                "partners/linking", page(partner, LinkingForm.of(linkings.find(partner.id())), FormErrors.none()));
    }

    @PostMapping
    ModelAndView save(@PathVariable String slug, LinkingForm form) {
        var partner = partner(slug);
        var former = linkings.find(partner.id());
        var errors = form.errors(former);
        if (!errors.isEmpty()) {
            return Pages.page("partners/linking", page(partner, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        linkings.save(form.linking(partner.id(), former));
        return new ModelAndView("redirect:" + back(partner));
    }

    private LinkingPage page(Partner partner, LinkingForm form, FormErrors errors) {
        return new LinkingPage(
                partner.name(), back(partner), form, linkings.find(partner.id()).isPresent(), errors);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }

    private static String back(Partner partner) {
        return "/bureau/partenaires/" + partner.slug();
    }
}
