package fr.parvis.portal.web;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.portal.Catalogue;
import fr.parvis.portal.Search;
import fr.parvis.portal.Sheet;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue: all services, a theme, a moment of life, a search. */
@Controller
@RequestMapping("/services")
@Access(Audience.EVERYBODY)
class ServicesController {

    private final Catalogue catalogue;
    private final Search search;
    private final Delays delays;

    ServicesController(Catalogue catalogue, Search search, Delays delays) {
        this.catalogue = catalogue;
        this.search = search;
        this.delays = delays;
    }

    @GetMapping
    ModelAndView all() {
        var page = new ServicesPage(catalogue.categories(), catalogue.lifeEvents(), lines(catalogue.all()));
        return Pages.page("portal/services", page);
    }

    @GetMapping(params = "q")
    ModelAndView search(@RequestParam("q") String typed) {
        if (typed.isBlank()) {
            return all();
        }
        var page = new ResultsPage(typed, lines(search.find(typed)), catalogue.categories());
        return Pages.page("portal/results", page);
    }

    @GetMapping("/{id}")
    ModelAndView category(@PathVariable String id) {
        return catalogue.categories().stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .map(category -> new ListPage(category.title(), category.summary(), lines(catalogue.in(category))))
                .map(page -> Pages.page("portal/list", page))
                .orElseThrow(NotFoundException::new);
    }

    @GetMapping("/moments/{id}")
    ModelAndView lifeEvent(@PathVariable String id) {
        return catalogue.lifeEvents().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .map(event -> new ListPage(
                        event.title(), "Les services utiles à ce moment de la vie.", lines(catalogue.at(event))))
                .map(page -> Pages.page("portal/list", page))
                .orElseThrow(NotFoundException::new);
    }

    private List<Line> lines(Collection<Sheet> sheets) {
        return sheets.stream().map(delays::line).toList();
    }
}
