package fr.parvis.tracking.web;

import fr.parvis.kernel.web.Pages;
import fr.parvis.tracking.FeedPreview;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices.Board;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows "Mon fil" of somebody else. */
@Component
class FeedPreviews implements FeedPreview {

    private final Ledger ledger;
    private final Clock clock;

    FeedPreviews(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public ModelAndView of(UUID owner, String firstName, Board board, String path, String back) {
        var feed = FeedPage.of(firstName, ledger.feed(owner), List.of(), board, clock.instant());
        return Pages.page("tracking/preview", new PreviewPage(feed, path, back));
    }
}
