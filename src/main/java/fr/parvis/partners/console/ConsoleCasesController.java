package fr.parvis.partners.console;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.Payload;
import fr.parvis.partners.calls.RefusalPage;
import fr.parvis.partners.calls.Refusals;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An engineer compares what we hold with what they sent, and reads what was refused of it. */
@Controller
@RequestMapping(ConsoleController.PATH + "/{slug}")
@Access(Audience.SIGNED_IN)
class ConsoleCasesController {

    private static final int PAGE = 50;

    private final Engineers engineers;
    private final Holdings holdings;
    private final Refusals refusals;

    ConsoleCasesController(Engineers engineers, Holdings holdings, Refusals refusals) {
        this.engineers = engineers;
        this.holdings = holdings;
        this.refusals = refusals;
    }

    @GetMapping("/dossiers")
    ModelAndView cases(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String apres) {
        var partner = partner(viewer, slug);
        var found = holdings.after(partner.id(), apres, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var path = ConsoleController.path(partner);
        var next = found.size() > PAGE
                ? path + "/dossiers?apres=" + URLEncoder.encode(page.getLast().key(), StandardCharsets.UTF_8)
                : "";
        return Pages.page("partners/watch/holdings", new HoldingsPage(partner, page, path, next));
    }

    /** Whole: it is what they sent. */
    @GetMapping("/refus/{id}")
    ModelAndView refusal(Viewer viewer, @PathVariable String slug, @PathVariable long id) {
        var partner = partner(viewer, slug);
        var refused = refusals.find(partner.id(), id).orElseThrow(NotFoundException::new);
        return Pages.page(
                "partners/watch/console-refusal",
                new RefusalPage(
                        partner,
                        ConsoleController.path(partner),
                        refused,
                        Payload.whole(refused.content()),
                        false,
                        List.of(),
                        Reader.VENDOR));
    }

    private Partner partner(Viewer viewer, String slug) {
        return engineers.partner(slug, viewer.account()).orElseThrow(NotFoundException::new);
    }
}
