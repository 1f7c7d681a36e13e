package fr.parvis.partners.desk;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.webhooks.Webhooks;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a partner could not be told yet, or was given up: why, and telling it again once its server is mended. */
@Controller
@RequestMapping(PartnersController.PATH + "/{slug}" + DeadLettersController.UNDER)
@Access(Audience.ADMINISTRATOR)
class DeadLettersController {

    static final String UNDER = "/non-remis";

    /** More than anybody reads; all of them are sent again together. */
    static final int SHOWN = 100;

    private final Partners partners;
    private final Webhooks webhooks;

    DeadLettersController(Partners partners, Webhooks webhooks) {
        this.partners = partners;
        this.webhooks = webhooks;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug) {
        var partner = partner(slug);
        return Pages.page(
                "partners/watch/dead-letters",
                DeadLettersPage.of(partner, !partners.isInCharge(partner), webhooks.dead(partner.id(), SHOWN)));
    }

    @PostMapping("/rejeu")
    @RecentlyConfirmed
    String replay(@PathVariable String slug, @RequestParam UUID message) {
        webhooks.replay(partner(slug).id(), message);
        return "redirect:" + PartnersController.PATH + "/" + slug + UNDER;
    }

    @PostMapping("/rejeu-de-tous")
    @RecentlyConfirmed
    String replayAll(@PathVariable String slug) {
        webhooks.replayAll(partner(slug).id());
        return "redirect:" + PartnersController.PATH + "/" + slug + UNDER;
    }

    /** What waits for its next attempt does not wait any longer. */
    @PostMapping("/essai")
    @RecentlyConfirmed
    String hurry(@PathVariable String slug) {
        webhooks.hurry(partner(slug).id());
        return "redirect:" + PartnersController.PATH + "/" + slug + "?fait=hurried";
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
