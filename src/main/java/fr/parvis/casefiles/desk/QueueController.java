package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.desk.Desk.Filter;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agent's queue: most urgent first, filters, search, the next case. */
@Controller
@RequestMapping("/bureau")
@Access(Audience.AGENT)
class QueueController {

    private final Desk desk;
    private final QueuePages pages;

    QueueController(Desk desk, QueuePages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping({"", "/en-attente", "/chez-un-partenaire", "/decides"})
    ModelAndView queue(
            Viewer viewer,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String demarche,
            @RequestParam(defaultValue = "false") boolean moi,
            @RequestParam(defaultValue = "0") int page) {
        var procedure = demarche == null || !demarche.matches("[a-z0-9-]{1,100}") ? null : demarche;
        var filter = new Filter(QueuePage.view(request.getRequestURI()), procedure, moi, Math.clamp(page, 0, 1000));
        return Pages.page("casefiles/desk/queue", pages.queue(viewer, filter));
    }

    @GetMapping("/recherche")
    ModelAndView search(Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return q.isBlank()
                ? new ModelAndView("redirect:/bureau")
                : Pages.page("casefiles/desk/queue", pages.search(viewer, q.strip()));
    }

    /** Takes the most urgent case that nobody has and opens it. */
    @PostMapping("/suivante")
    String next(Viewer viewer) {
        return desk.takeMostUrgent(viewer)
                .map(reference -> "redirect:/bureau/dossiers/" + reference.value())
                .orElse("redirect:/bureau?moi=true");
    }
}
