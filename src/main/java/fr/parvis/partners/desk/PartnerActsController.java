package fr.parvis.partners.desk;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.NewSecrets;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerKeys;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.links.Sandboxes;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an administrator does with a partner that is registered. */
@Controller
@RequestMapping(PartnersController.PATH + "/{slug}")
@Access(Audience.ADMINISTRATOR)
@RecentlyConfirmed
class PartnerActsController {

    private static final int LONGEST_REASON = 200;

    private final Partners partners;
    private final PartnerRegistration registration;
    private final PartnerKeys keys;
    private final Resyncs resyncs;
    private final Sandboxes sandboxes;
    private final NewSecrets secrets;

    PartnerActsController(
            Partners partners,
            PartnerRegistration registration,
            PartnerKeys keys,
            Resyncs resyncs,
            Sandboxes sandboxes,
            NewSecrets secrets) {
        this.partners = partners;
        this.registration = registration;
        this.keys = keys;
        this.resyncs = resyncs;
        this.sandboxes = sandboxes;
        this.secrets = secrets;
    }

    @PostMapping("/suspendre")
    String suspend(Viewer viewer, @PathVariable String slug, @RequestParam(defaultValue = "") String raison) {
        var partner = partner(slug);
        var reason = raison.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return back(slug, "no-reason");
        }
        registration.suspend(partner, reason, viewer);
        return back(slug, "suspended");
    }

    @PostMapping("/reprendre")
    String resume(Viewer viewer, @PathVariable String slug) {
        registration.resume(inCharge(slug), viewer);
        return back(slug, "resumed");
    }

    @PostMapping("/secret")
    String renewSecret(Viewer viewer, @PathVariable String slug) {
        var partner = partner(slug);
        return shown(partner, viewer, new ShownOnce("Secret", keys.renewSecret(partner, viewer), true));
    }

    @PostMapping("/cle")
    String renewSigningKey(Viewer viewer, @PathVariable String slug) {
        var partner = partner(slug);
        return shown(partner, viewer, new ShownOnce("Clé de signature", keys.renewSigningKey(partner, viewer), true));
    }

    @PostMapping("/remise-a-niveau")
    String askForResync(Viewer viewer, @PathVariable String slug) {
        var partner = inCharge(slug);
        resyncs.ask(partner.id());
        keys.note(partner, "remise à niveau demandée", viewer);
        return back(slug, "resync");
    }

    @PostMapping("/fin-d-essai")
    String endTrial(Viewer viewer, @PathVariable String slug) {
        var partner = partner(slug);
        sandboxes.leave(partner.id());
        keys.note(partner, "essai terminé", viewer);
        return back(slug, "");
    }

    private String shown(Partner partner, Viewer viewer, ShownOnce secret) {
        secrets.keep(partner, viewer, List.of(secret));
        return back(partner.slug(), "");
    }

    static String back(String slug, String done) {
        return "redirect:" + PartnersController.PATH + "/" + slug + (done.isEmpty() ? "" : "?fait=" + done);
    }

    /** One that nobody replaced; no other can be asked for anything. */
    private Partner inCharge(String slug) {
        var partner = partner(slug);
        if (!partners.isInCharge(partner)) {
            throw new NotFoundException();
        }
        return partner;
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
