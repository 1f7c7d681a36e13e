package fr.parvis.portal.web;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.portal.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The home page. */
@Controller
@Access(Audience.EVERYBODY)
class HomeController {

    private final Catalogue catalogue;
    private final Delays delays;

    HomeController(Catalogue catalogue, Delays delays) {
        this.catalogue = catalogue;
        this.delays = delays;
    }

    @GetMapping("/")
    ModelAndView home() {
        var popular = catalogue.popular().stream().map(delays::line).toList();
        return Pages.page("portal/home", new HomePage(catalogue.categories(), popular));
    }
}
