package fr.parvis.partners.console;

import fr.parvis.kernel.Token;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.NewSecrets;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.links.Sandboxes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The vendors' console: an engineer sees the partners that they work for, and their keys. */
@Controller
@RequestMapping(ConsoleController.PATH)
@Access(Audience.SIGNED_IN)
class ConsoleController {

    static final String PATH = "/partenaires";

    private final Engineers engineers;
    private final PartnerKeys keys;
    private final NewSecrets secrets;
    private final Sandboxes sandboxes;
    private final ConsoleView view;

    ConsoleController(
            Engineers engineers, PartnerKeys keys, NewSecrets secrets, Sandboxes sandboxes, ConsoleView view) {
        this.engineers = engineers;
        this.keys = keys;
        this.secrets = secrets;
        this.sandboxes = sandboxes;
        this.view = view;
    }

    static String path(Partner partner) {
        return PATH + "/" + partner.slug();
    }

    @GetMapping
    ModelAndView mine(Viewer viewer) {
        var partners = engineers.partners(viewer.account());
        if (partners.isEmpty()) {
            throw new NotFoundException();
        }
        return partners.size() == 1
                ? new ModelAndView("redirect:" + path(partners.getFirst()))
                : Pages.page("partners/watch/console-list", new ConsoleListPage(partners));
    }

    @GetMapping("/{slug}")
    ModelAndView show(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String direct,
            HttpServletResponse response) {
        var partner = partner(viewer, slug);
        return view.of(partner, "oui".equals(direct), secrets.take(partner, viewer), response);
    }

    @PostMapping("/{slug}/secret")
    @RecentlyConfirmed
    String renewSecret(Viewer viewer, @PathVariable String slug) {
        var partner = partner(viewer, slug);
        return shown(partner, viewer, new ShownOnce("Secret", keys.renewSecret(partner, viewer), true));
    }

    @PostMapping("/{slug}/cle")
    @RecentlyConfirmed
    String renewSigningKey(Viewer viewer, @PathVariable String slug) {
        var partner = partner(viewer, slug);
        return shown(partner, viewer, new ShownOnce("Clé de signature", keys.renewSigningKey(partner, viewer), true));
    }

    @PostMapping("/{slug}/habitants-inventes")
    String invent(Viewer viewer, @PathVariable String slug) {
        var partner = partner(viewer, slug);
        sandboxes.invent(partner.id());
        return "redirect:" + path(partner) + "#habitants";
    }

    @GetMapping("/invitation/{token}")
    ModelAndView invitation(@PathVariable String token) {
        var partner = engineers.invited(new Token(token)).orElseThrow(NotFoundException::new);
        return Pages.page(
                "partners/watch/invitation", new InvitationPage(partner, Engineers.invitation(new Token(token))));
    }

    @PostMapping("/invitation/{token}")
    String accept(Viewer viewer, @PathVariable String token) {
        return engineers
                .accept(new Token(token), viewer.account())
                .map(partner -> "redirect:" + path(partner))
                .orElseThrow(NotFoundException::new);
    }

    private String shown(Partner partner, Viewer viewer, ShownOnce secret) {
        secrets.keep(partner, viewer, List.of(secret));
        return "redirect:" + path(partner);
    }

    private Partner partner(Viewer viewer, String slug) {
        return engineers.partner(slug, viewer.account()).orElseThrow(NotFoundException::new);
    }
}
