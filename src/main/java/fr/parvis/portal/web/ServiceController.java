package fr.parvis.portal.web;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.organisation.Organisation;
import fr.parvis.portal.Catalogue;
import fr.parvis.portal.Category;
import fr.parvis.portal.Sheet;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a service. */
@Controller
@Access(Audience.EVERYBODY)
class ServiceController {

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Delays delays;

    ServiceController(Catalogue catalogue, Organisation organisation, Delays delays) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.delays = delays;
    }

    @GetMapping("/demarches/{slug}")
    ModelAndView show(@PathVariable String slug) {
        var sheet = catalogue.find(slug).orElseThrow(NotFoundException::new);
        var unit = organisation.unit(sheet.unit());
        return Pages.page(
                "portal/service", new ServicePage(sheet, category(sheet), unit, delays.of(sheet), steps(sheet)));
    }

    private Category category(Sheet sheet) {
        return catalogue.categories().stream()
                .filter(category -> category.id().equals(sheet.service().category()))
                .findFirst()
                .orElseThrow();
    }

    private List<ServicePage.StepLine> steps(Sheet sheet) {
        var procedure = sheet.procedure();
        return procedure == null
                ? List.of()
                : procedure.circuit().steps().stream()
                        .map(step -> new ServicePage.StepLine(
                                step.residentLabel(),
                                organisation.unit(step.unit()).name(),
                                step.targetDays()))
                        .toList();
    }
}
