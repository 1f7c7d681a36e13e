package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices;
import fr.parvis.tracking.UnfinishedWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own home page: a to-do list first, then what is under way, then what is done. */
@Controller
@Access(Audience.SIGNED_IN)
class FeedController {

    private static final int FURTHEST_PAGE = 1_000;

    private final Ledger ledger;
    private final List<UnfinishedWork> unfinished;
    private final LinkedServices services;
    private final Clock clock;

    FeedController(Ledger ledger, List<UnfinishedWork> unfinished, LinkedServices services, Clock clock) {
        this.ledger = ledger;
        this.unfinished = unfinished;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping("/mon-fil")
    ModelAndView show(Viewer viewer) {
        var drafts = unfinished.stream()
                .flatMap(work -> work.of(viewer.account()).stream())
                .toList();
        var now = clock.instant();
        var board = services.of(viewer.account(), now);
        return Pages.page(
                "tracking/feed", FeedPage.of(viewer.firstName(), ledger.feed(viewer.account()), drafts, board, now));
    }

    @GetMapping("/mon-fil/termine")
    ModelAndView done(Viewer viewer, @RequestParam(defaultValue = "0") int page) {
        int shown = Math.clamp(page, 0, FURTHEST_PAGE);
        return Pages.page("tracking/done", DonePage.of(ledger.done(viewer.account(), shown), shown, today()));
    }

    private LocalDate today() {
        return French.day(clock.instant());
    }
}
