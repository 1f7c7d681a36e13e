package fr.parvis.partners.feeds.polling;

import fr.parvis.applications.GuardedClient.Answer;
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
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a partner's list from where it was read last, page after page: for a few minutes, then again from the page where
 * it stopped; and few lists at once.
 */
@Component
class ListReading {

    private static final Logger LOG = LoggerFactory.getLogger(ListReading.class);
    private static final int MOST_PAGES = 1_000;
    private static final String BEGINNING = "2000-01-01T00:00:00Z";
    private static final Progress UNKNOWN = new Progress(0, null, null, null, 0, null, null, null);

    /** However slow lists are, others must get their turn, and threads of the scheduler be left for e-mails. */
    private static final int MOST_AT_ONCE = 2;

    static final Duration LONGEST = Duration.ofMinutes(5);
    static final Duration ANOTHER_TURN = Duration.ofSeconds(20);

    /** Before a reading goes on that took too long, whatever the list's own pace. */
    static final Duration REST = Duration.ofMinutes(Poll.LEAST_MINUTES);

    /** Read twice rather than missed: what says nothing new makes no event. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final PollTable table;
    private final Polls polls;
    private final Partners partners;
    private final Feeds feeds;
    private final ListFetch fetch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

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

    /** One reading: whose list, how it is read, and until when. */
    private record Round(Partner partner, Poll poll, Mapping mapping, Progress before, String secret, Instant until) {}

    /** The end of a list: its last page, and up to where it goes by what its pages said. */
    private record End(ListPage page, @Nullable String cursor) {}

    /** How long until the next reading; never, when the list is no longer to be read. */
    Optional<Duration> read(UUID id) {
        return table.find(id).filter(Poll::active).map(poll -> {
            if (!turns.tryAcquire()) {
                return ANOTHER_TURN;
            }
            try {
                return read(poll);
            } finally {
                turns.release();
            }
        });
    }

    private Duration read(Poll poll) {
        var partner = partners.find(poll.partner()).orElseThrow();
        if (!partner.suspended()) {
            attempt(partner, poll);
        }
        return table.bookmark(partner.id()).isPresent()
                ? REST
                : poll.pause(table.progress(partner.id()).orElseThrow().failures());
    }

    private void attempt(Partner partner, Poll poll) {
        try {
            var mapping =
                    feeds.mapping(partner).orElseThrow(() -> new IOException("il n’y a pas encore de correspondance"));
            var before = table.progress(partner.id()).orElseThrow();
            var until = clock.instant().plus(LONGEST);
            read(new Round(partner, poll, mapping, before, polls.secret(partner.id()), until));
        } catch (IOException failure) {
            table.fail(partner.id(), Objects.requireNonNullElse(failure.getMessage(), "échec"));
        } catch (RuntimeException ours) {
            // by its name alone, for its words may quote what the list says of somebody
            LOG.error(
                    "the list of partner {} cannot be read: {}",
                    partner.id(),
                    ours.getClass().getName());
            table.fail(partner.id(), "la lecture a échoué chez nous, et sera tentée de nouveau");
        }
    }

    private void read(Round round) throws IOException {
        var before = round.before();
        var kept = table.bookmark(round.partner().id());
        if (kept.isPresent()) {
            // what a cache knows of the first page says nothing of the others, nor of a list that was read in turns
            follow(round, kept.get(), fetch(round, kept.get().page()))
                    .ifPresent(end -> end(round, end, kept.get().begun(), null, null));
            return;
        }
        var mark = new Bookmark(address(round.poll(), before), 0, clock.instant(), before.cursor());
        var answer = fetch.fetch(round.poll(), before, round.secret(), mark.page());
        if (answer.status() == 304) {
            table.succeed(round.partner().id(), before);
            return;
        }
        var etag = answer.headers().firstValue("ETag").orElse(null);
        var modified = answer.headers().firstValue("Last-Modified").orElse(null);
        follow(round, mark, answer).ifPresent(end -> end(round, end, mark.begun(), etag, modified));
    }

    /** Whatever was known of it before. */
    private Answer fetch(Round round, URI address) throws IOException {
        return fetch.fetch(round.poll(), UNKNOWN, round.secret(), address);
    }

    /** Takes page after page but the last; empty when that lasts too long, and is to go on later. */
    private Optional<End> follow(Round round, Bookmark mark, Answer first) throws IOException {
        Set<URI> seen = new HashSet<>(Set.of(mark.page()));
        var at = mark;
        var page = ListPage.of(round.poll(), at.page(), first);
        for (var next = page.next(); next != null; next = page.next()) {
            take(round, page);
            at = at.after(page, next);
            if (!seen.add(next) || at.read() >= MOST_PAGES) {
                throw new IOException("les pages de la liste tournent en rond");
            }
            if (!clock.instant().isBefore(round.until())) {
                table.stop(round.partner().id(), round.before().revision(), at);
                return Optional.empty();
            }
            page = ListPage.of(round.poll(), next, fetch(round, next));
        }
        return Optional.of(new End(page, at.cursorAfter(page)));
    }

    private void take(Round round, ListPage page) {
        transaction.executeWithoutResult(status -> feeds.take(round.partner(), round.mapping(), page.rows()));
    }

    /** The last page, with how far the list is read now: both are kept or neither is. */
    private void end(Round round, End end, Instant begun, @Nullable String etag, @Nullable String modified) {
        var cursor = round.poll().cursorAt() == null ? begun.minus(OVERLAP).toString() : end.cursor();
        transaction.executeWithoutResult(status -> {
            feeds.take(round.partner(), round.mapping(), end.page().rows());
            table.succeed(round.partner().id(), round.before().upTo(cursor, etag, modified));
        });
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
