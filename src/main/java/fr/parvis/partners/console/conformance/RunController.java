package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partner;
import fr.parvis.partners.console.Engineers;
import fr.parvis.partners.contract.EventType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An engineer checks their program: starts a run, reads its report while it goes on, ends it. */
@Controller
@RequestMapping("/partenaires/{slug}/conformite")
@Access(Audience.SIGNED_IN)
class RunController {

    private static final String ALL = "tous";

    private final Engineers engineers;
    private final RunTable runs;
    private final List<Inspector> inspectors;
    private final Probing probing;
    private final Clock clock;

    RunController(Engineers engineers, RunTable runs, List<Inspector> inspectors, Probing probing, Clock clock) {
        this.engineers = engineers;
        this.runs = runs;
        this.inspectors = List.copyOf(inspectors);
        this.probing = probing;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String types) {
        return Pages.page("partners/watch/runs", page(partner(viewer, slug), ALL.equals(types), ""));
    }

    /** The form has a second button, which only ticks every type. */
    @PostMapping
    ModelAndView start(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") List<String> types,
            @RequestParam(defaultValue = "") String cocher) {
        var partner = partner(viewer, slug);
        if (ALL.equals(cocher)) {
            return new ModelAndView("redirect:" + path(slug) + "?types=" + ALL);
        }
        var declared = types().stream().filter(types::contains).toList();
        if (declared.isEmpty()) {
            var page = page(partner, false, "Cochez au moins un type d’événement que votre programme envoie");
            return Pages.page("partners/watch/runs", page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:" + path(slug) + "/"
                + runs.start(partner.id(), declared).id());
    }

    @GetMapping("/{id}")
    ModelAndView report(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var partner = partner(viewer, slug);
        var run = runs.find(partner.id(), id).orElseThrow(NotFoundException::new);
        var now = clock.instant();
        var checks = inspectors.stream()
                .flatMap(inspector -> inspector.inspect(partner, run, run.until(now)).stream())
                .toList();
        var probed = run.underWay() && probing.obstacle(partner).isEmpty();
        return Pages.page("partners/watch/run", new RunPage(partner, run, checks, now, path(slug) + "/" + id, probed));
    }

    @PostMapping("/{id}/essais")
    String probe(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        var partner = partner(viewer, slug);
        probing.start(partner, runs.find(partner.id(), id).orElseThrow(NotFoundException::new));
        return "redirect:" + path(slug) + "/" + id;
    }

    @PostMapping("/{id}/terminer")
    String end(Viewer viewer, @PathVariable String slug, @PathVariable UUID id) {
        runs.end(partner(viewer, slug).id(), id);
        return "redirect:" + path(slug) + "/" + id;
    }

    private Partner partner(Viewer viewer, String slug) {
        return engineers.partner(slug, viewer.account()).orElseThrow(NotFoundException::new);
    }

    private RunsPage page(Partner partner, boolean ticked, String error) {
        var path = path(partner.slug());
        var lines = runs.of(partner.id()).stream()
                .map(run -> new RunsPage.Line(path + "/" + run.id(), French.dateTime(run.startedAt()), run.underWay()))
                .toList();
        return new RunsPage(partner, lines, types(), path, ticked, error);
    }

    private static String path(String slug) {
        return "/partenaires/" + slug + "/conformite";
    }

    private static List<String> types() {
        return Arrays.stream(EventType.values()).map(EventType::code).toList();
    }
}
