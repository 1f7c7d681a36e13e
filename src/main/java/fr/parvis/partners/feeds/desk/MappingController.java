package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.Mapping;
import fr.parvis.partners.feeds.MappingOutcome;
import fr.parvis.partners.feeds.MappingReader;
import fr.parvis.partners.feeds.polling.Poll;
import fr.parvis.partners.feeds.polling.Polls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a partner's records become events: written, tried with an example, put to work. */
@Controller
@RequestMapping(PartnerFeedController.PATH + "/correspondance")
@Access(Audience.ADMINISTRATOR)
class MappingController {

    private static final String TEMPLATE = "partners/feeds/mapping";

    private final Partners partners;
    private final Feeds feeds;
    private final Polls polls;

    MappingController(Partners partners, Feeds feeds, Polls polls) {
        this.partners = partners;
        this.feeds = feeds;
        this.polls = polls;
    }

    @GetMapping
    @RecentlyConfirmed
    ModelAndView write(@PathVariable String slug) {
        var partner = partner(slug);
        var document = feeds.document(partner).orElse(MappingPage.EXAMPLE);
        return Pages.page(TEMPLATE, MappingPage.of(partner, document, ""));
    }

    @PostMapping
    @RecentlyConfirmed
    ModelAndView save(
            @PathVariable String slug,
            @RequestParam String mapping,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "") String action) {
        var partner = partner(slug);
        boolean trying = action.equals("essayer");
        return switch (trying ? MappingReader.read(mapping) : feeds.save(partner, mapping)) {
            case MappingOutcome.Wrong(var mistakes) ->
                Pages.page(
                        TEMPLATE,
                        MappingPage.of(partner, mapping, sample).wrong(mistakes),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case MappingOutcome.Good(var good) when trying -> rehearse(partner, good, mapping, sample);
            case MappingOutcome.Good good -> {
                polls.restart(partner);
                yield new ModelAndView("redirect:" + PartnerFeedController.there(slug));
            }
        };
    }

    private ModelAndView rehearse(Partner partner, Mapping mapping, String document, String sample) {
        var page = MappingPage.of(partner, document, sample);
        return switch (Sample.read(sample, polls.find(partner).map(Poll::list).orElse(""))) {
            case Sample.Unreadable(var why) ->
                Pages.page(TEMPLATE, page.unreadable(why), HttpStatus.UNPROCESSABLE_CONTENT);
            case Sample.Read(var rows) -> Pages.page(TEMPLATE, page.tried(feeds.rehearse(partner, mapping, rows)));
        };
    }

    private Partner partner(String slug) {
        return partners.bySlug(slug).orElseThrow(NotFoundException::new);
    }
}
