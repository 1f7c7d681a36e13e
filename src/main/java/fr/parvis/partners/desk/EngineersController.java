package fr.parvis.partners.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.Partners;
import fr.parvis.partners.console.Engineers;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator lets a partner's engineers into its console, and out. */
@Controller
@RequestMapping(PartnersController.PATH + "/{slug}/ingenieurs")
@Access(Audience.ADMINISTRATOR)
@RecentlyConfirmed
class EngineersController {

    private final Partners partners;
    private final Engineers engineers;
    private final PartnerKeys keys;

    EngineersController(Partners partners, Engineers engineers, PartnerKeys keys) {
        this.partners = partners;
        this.engineers = engineers;
        this.keys = keys;
    }

    @PostMapping
    String invite(Viewer viewer, @PathVariable String slug, @RequestParam String email) {
        var partner = partner(slug);
        if (!email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            return back(slug, "bad-address");
        }
        engineers.invite(partner, email);
        keys.note(partner, "ingénieur invité", viewer);
        return back(slug, "invited");
    }

    @PostMapping("/{engineer}/retirer")
    String remove(Viewer viewer, @PathVariable String slug, @PathVariable UUID engineer) {
        var partner = partner(slug);
        engineers.remove(partner.id(), engineer);
        keys.note(partner, "accès d’un ingénieur retiré", viewer);
        return back(slug, "");
    }

    private static String back(String slug, String done) {
        return "redirect:" + PartnersController.PATH + "/" + slug + "?fait=" + done + "#ingenieurs";
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
