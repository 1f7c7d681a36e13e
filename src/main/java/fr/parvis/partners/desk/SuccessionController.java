package fr.parvis.partners.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.Partners;
import fr.parvis.partners.intake.Takeover;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A partner goes on with the cases of another: said what it means first, then done, for it cannot be undone. */
@Controller
@RequestMapping(PartnersController.PATH + "/{slug}/succession")
@Access(Audience.ADMINISTRATOR)
@RecentlyConfirmed
class SuccessionController {

    private static final String PAGE = "partners/watch/succession";

    private final Partners partners;
    private final Takeover takeover;
    private final PartnerKeys keys;

    SuccessionController(Partners partners, Takeover takeover, PartnerKeys keys) {
        this.partners = partners;
        this.takeover = takeover;
        this.keys = keys;
    }

    @GetMapping
    ModelAndView confirm(@PathVariable String slug, @RequestParam(defaultValue = "") String ancien) {
        if (ancien.isEmpty()) {
            return new ModelAndView(PartnerActsController.back(slug, "nobody-chosen"));
        }
        return Pages.page(PAGE, page(partner(slug), partner(ancien), FormErrors.none()));
    }

    @PostMapping
    ModelAndView takeOver(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam String ancien,
            @RequestParam(defaultValue = "") String numeros) {
        var successor = partner(slug);
        var former = partner(ancien);
        if (!numeros.equals("oui")) {
            var errors = FormErrors.of("numeros", "Cochez cette case, ou ne changez rien.");
            return Pages.page(PAGE, page(successor, former, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!takeover.replace(former, successor)) {
            return new ModelAndView(PartnerActsController.back(slug, "not-taken-over"));
        }
        keys.note(successor, "reprend les dossiers de " + former.name() + ", décidé", viewer);
        keys.note(former, "dossiers repris par " + successor.name() + ", décidé", viewer);
        return new ModelAndView(PartnerActsController.back(slug, "taken-over"));
    }

    private PartnerPage.Succession page(Partner successor, Partner former, FormErrors errors) {
        return new PartnerPage.Succession(successor, former, takeover.estate(former, successor), errors);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
