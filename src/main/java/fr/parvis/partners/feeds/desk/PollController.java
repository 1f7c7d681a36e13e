package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.polling.Poll;
import fr.parvis.partners.feeds.polling.Polls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a partner's list is read, and with which proof. */
@Controller
@RequestMapping(PartnerFeedController.PATH + "/interrogation")
@Access(Audience.ADMINISTRATOR)
class PollController {

    private static final String TEMPLATE = "partners/feeds/poll";

    private final Partners partners;
    private final Feeds feeds;
    private final Polls polls;

    PollController(Partners partners, Feeds feeds, Polls polls) {
        this.partners = partners;
        this.feeds = feeds;
        this.polls = polls;
    }

    @GetMapping
    @RecentlyConfirmed
    ModelAndView write(@PathVariable String slug) {
        var partner = partner(slug);
        var form = polls.find(partner).map(PollForm::of).orElse(PollForm.EMPTY);
        return Pages.page(TEMPLATE, page(partner, form, FormErrors.none()));
    }

    @PostMapping
    @RecentlyConfirmed
    ModelAndView save(@PathVariable String slug, PollForm form) {
        var partner = partner(slug);
        var errors = form.errors(keeps(partner, form));
        if (form.isActive() && feeds.document(partner).isEmpty()) {
            errors = errors.and("active", "Écrivez d’abord la correspondance : sans elle, rien ne peut être lu.");
        }
        if (!errors.isEmpty()) {
            return Pages.page(TEMPLATE, page(partner, form, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        polls.save(form.poll(partner.id()), form.newSecret());
        return new ModelAndView("redirect:" + PartnerFeedController.there(slug) + "#interrogation");
    }

    /** A secret is not sent to another site than the one that it was given for. */
    private boolean keeps(Partner partner, PollForm form) {
        return polls.hasSecret(partner)
                && polls.find(partner)
                        .map(Poll::address)
                        .filter(former -> site(former).equals(site(form.text(form.address()))))
                        .isPresent();
    }

    private static String site(String address) {
        return address.replaceFirst("^(\\w+://[^/?#]*).*$", "$1");
    }

    private PollPage page(Partner partner, PollForm form, FormErrors errors) {
        return new PollPage(
                partner.name(), PartnerFeedController.there(partner.slug()), form, polls.hasSecret(partner), errors);
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
