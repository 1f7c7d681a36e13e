package fr.parvis.partners.feeds.polling;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.Mapping;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a partner's list from where it was read last, page after page. */
@Component
class ListReading {

    private static final int MOST_PAGES = 1_000;
    private static final String BEGINNING = "2000-01-01T00:00:00Z";

    /** Read twice rather than missed: what says nothing new makes no event. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final PollTable table;
    private final Polls polls;
    private final Partners partners;
    private final Feeds feeds;
    private final ListFetch fetch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListReading(
            PollTable table,
            Polls polls,
            Partners partners,
            Feeds feeds,
            ListFetch fetch,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.polls = polls;
        this.partners = partners;
        this.feeds = feeds;
        this.fetch = fetch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How long until the next reading; never, when the list is no longer to be read. */
    Optional<Duration> read(UUID id) {
        return table.find(id).filter(Poll::active).map(poll -> {
            var partner = partners.find(id).orElseThrow();
            if (!partner.suspended()) {
                attempt(partner, poll);
            }
            return poll.pause(table.progress(id).orElseThrow().failures());
        });
    }

    private void attempt(Partner partner, Poll poll) {
        try {
            var mapping =
                    feeds.mapping(partner).orElseThrow(() -> new IOException("il n’y a pas encore de correspondance"));
            read(partner, poll, mapping);
        } catch (IOException failure) {
            table.fail(partner.id(), Objects.requireNonNullElse(failure.getMessage(), "échec"));
        }
    }

    private void read(Partner partner, Poll poll, Mapping mapping) throws IOException {
        var progress = table.progress(partner.id()).orElseThrow();
        var secret = polls.secret(partner.id());
        var begun = clock.instant();
        var address = address(poll, progress);
        var answer = fetch.fetch(poll, progress, secret, address);
        if (answer.status() == 304) {
            table.succeed(partner.id(), progress.cursor(), progress.etag(), progress.lastModified());
            return;
        }
        var etag = answer.headers().firstValue("ETag").orElse(null);
        var modified = answer.headers().firstValue("Last-Modified").orElse(null);
        Set<URI> seen = new HashSet<>(Set.of(address));
        var page = ListPage.of(poll, address, answer);
        while (page.next() != null) {
            take(partner, mapping, page);
            address = page.next();
            if (!seen.add(address) || seen.size() > MOST_PAGES) {
                throw new IOException("les pages de la liste tournent en rond");
            }
            page = ListPage.of(poll, address, fetch.fetch(poll, unconditional(progress), secret, address));
        }
        end(partner, mapping, page, new Progress(cursor(page, begun), etag, modified, 0, null, null, null));
    }

    private void take(Partner partner, Mapping mapping, ListPage page) {
        transaction.executeWithoutResult(status -> feeds.take(partner, mapping, page.rows()));
    }

    /** The last page, with how far the list is read now: both are kept or neither is. */
    private void end(Partner partner, Mapping mapping, ListPage page, Progress after) {
        transaction.executeWithoutResult(status -> {
            feeds.take(partner, mapping, page.rows());
            table.succeed(partner.id(), after.cursor(), after.etag(), after.lastModified());
        });
    }

    private static Progress unconditional(Progress progress) {
        return new Progress(progress.cursor(), null, null, 0, null, null, null);
    }

    private static @Nullable String cursor(ListPage page, Instant begun) {
        return page.cursor() == null ? begun.minus(OVERLAP).toString() : page.cursor();
    }

    /** With a cursor in it, an address changes each time, and what a cache knows of the former one says nothing. */
    private static URI address(Poll poll, Progress progress) throws IOException {
        var since = Objects.requireNonNullElse(progress.cursor(), BEGINNING);
        try {
            return URI.create(poll.address().replace(Poll.SINCE, URLEncoder.encode(since, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("ce n’est pas une adresse", malformed);
        }
    }
}
