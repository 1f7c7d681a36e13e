package fr.parvis.portal.web;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.organisation.Organisation;
import fr.parvis.portal.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Help, site map, and the pages the law asks for (LCEN, RGPD art. 13, loi 2005-102 art. 47). */
@Controller
@Access(Audience.EVERYBODY)
class TownPagesController {

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final LegalPage legal;

    TownPagesController(Catalogue catalogue, Organisation organisation, Settings settings) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.legal = new LegalPage(settings.baseUrl().toString());
    }

    @GetMapping("/aide")
    ModelAndView help() {
        return Pages.page("portal/help", new HelpPage(organisation.units()));
    }

    @GetMapping("/plan-du-site")
    ModelAndView siteMap() {
        var page = new SiteMapPage(catalogue.categories(), catalogue.lifeEvents(), catalogue.all());
        return Pages.page("portal/siteMap", page);
    }

    @GetMapping("/accessibilite")
    ModelAndView accessibility() {
        return Pages.page("portal/accessibility", legal);
    }

    @GetMapping("/donnees-personnelles")
    ModelAndView privacy() {
        return Pages.page("portal/privacy", legal);
    }

    @GetMapping("/mentions-legales")
    ModelAndView legalNotice() {
        return Pages.page("portal/legalNotice", legal);
    }
}
