package fr.parvis.partners.desk;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.Payload;
import fr.parvis.partners.calls.RefusalPage;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.calls.Refusals.Disclosure;
import fr.parvis.partners.calls.Refused;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refused event, what it says of a person only to who asks for it, and tries it again. */
@Controller
@RequestMapping(PartnersController.PATH + "/{slug}/refus/{id}")
@Access(Audience.ADMINISTRATOR)
class RefusalsController {

    private static final int LOOKS = 10;

    private final Partners partners;
    private final Refusals refusals;
    private final Replays replays;
    private final Accounts accounts;

    RefusalsController(Partners partners, Refusals refusals, Replays replays, Accounts accounts) {
        this.partners = partners;
        this.refusals = refusals;
        this.replays = replays;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable long id) {
        var partner = partner(slug);
        return page(partner, refused(partner, id), true);
    }

    /** Not a page to come back to: each look is noted. */
    @PostMapping("/devoiler")
    @RecentlyConfirmed
    ModelAndView disclose(Viewer viewer, @PathVariable String slug, @PathVariable long id) {
        var partner = partner(slug);
        var refused = refused(partner, id);
        refusals.disclose(partner.id(), refused, viewer.account());
        return page(partner, refused, false);
    }

    @PostMapping("/rejouer")
    @RecentlyConfirmed
    String replay(@PathVariable String slug, @PathVariable long id) {
        var partner = partner(slug);
        var done = replays.replay(partner, refused(partner, id))
                .map(verdict -> verdict.status().name().toLowerCase(Locale.ROOT))
                .orElse("");
        return "redirect:" + PartnersController.PATH + "/" + slug + "?fait=" + done;
    }

    private ModelAndView page(Partner partner, Refused refused, boolean masked) {
        var payload = masked ? Payload.masked(refused.content()) : Payload.whole(refused.content());
        var looks = refusals.disclosures(partner.id(), LOOKS).stream()
                .map(this::words)
                .toList();
        return Pages.page(
                "partners/watch/refusal",
                new RefusalPage(
                        partner,
                        PartnersController.PATH + "/" + partner.slug(),
                        refused,
                        refused.content().isEmpty() ? "" : payload,
                        masked,
                        looks,
                        Reader.TOWN));
    }

    private String words(Disclosure look) {
        var who = accounts.find(look.administrator()).map(Person::fullName).orElse("un compte supprimé");
        return who + ", " + French.dateTime(look.at());
    }

    private Refused refused(Partner partner, long id) {
        return refusals.find(partner.id(), id).orElseThrow(NotFoundException::new);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
