package fr.parvis.partners.desk;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partners;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries all that was refused for one reason again, once that is mended. */
@Controller
@Access(Audience.ADMINISTRATOR)
class ReplaysController {

    private final Partners partners;
    private final Replays replays;

    ReplaysController(Partners partners, Replays replays) {
        this.partners = partners;
        this.replays = replays;
    }

    @PostMapping(PartnersController.PATH + "/{slug}/rejouer")
    @RecentlyConfirmed
    String replayAll(@PathVariable String slug, @RequestParam String code) {
        replays.replayAll(partners.bySlug(slug).orElseThrow(NotFoundException::new), code);
        return "redirect:" + PartnersController.PATH + "/" + slug + "?fait=replayed";
    }
}
