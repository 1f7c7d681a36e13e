package fr.parvis.partners.console;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.partners.Partner;
import fr.parvis.partners.intake.ForeignCases;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.links.Sandboxes.Invented;
import fr.parvis.partners.tiles.Tiles;
import fr.parvis.partners.web.ForeignCasePages;
import fr.parvis.tracking.FeedPreview;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An engineer sees what becomes of their events, as one of the people invented for their partner would. */
@Controller
@RequestMapping(ConsoleController.PATH + "/{slug}/habitants-inventes/{member}")
@Access(Audience.SIGNED_IN)
class PreviewController {

    private final Engineers engineers;
    private final Sandboxes sandboxes;
    private final FeedPreview feeds;
    private final Tiles tiles;
    private final ForeignCases cases;
    private final ForeignCasePages pages;
    private final Clock clock;

    PreviewController(
            Engineers engineers,
            Sandboxes sandboxes,
            FeedPreview feeds,
            Tiles tiles,
            ForeignCases cases,
            ForeignCasePages pages,
            Clock clock) {
        this.engineers = engineers;
        this.sandboxes = sandboxes;
        this.feeds = feeds;
        this.tiles = tiles;
        this.cases = cases;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView feed(Viewer viewer, @PathVariable String slug, @PathVariable String member) {
        var partner = partner(viewer, slug);
        var person = person(partner, member);
        var board = tiles.preview(person.account(), clock.instant(), partner);
        return feeds.of(
                person.account(), person.label(), board, path(partner, person), ConsoleController.path(partner));
    }

    @GetMapping("/{reference}")
    ModelAndView one(
            Viewer viewer, @PathVariable String slug, @PathVariable String member, @PathVariable String reference) {
        var partner = partner(viewer, slug);
        var person = person(partner, member);
        var found = Reference.parse(reference)
                .flatMap(cases::find)
                .filter(one -> one.owner().equals(person.account()))
                .orElseThrow(NotFoundException::new);
        return pages.preview(found, path(partner, person));
    }

    private Partner partner(Viewer viewer, String slug) {
        return engineers.partner(slug, viewer.account()).orElseThrow(NotFoundException::new);
    }

    /** Nobody but who was invented for this very partner, and has no account. */
    private Invented person(Partner partner, String member) {
        return sandboxes.people(partner.id()).stream()
                .filter(one -> one.member().equals(member))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String path(Partner partner, Invented person) {
        return ConsoleController.path(partner) + "/habitants-inventes/" + person.member();
    }
}
