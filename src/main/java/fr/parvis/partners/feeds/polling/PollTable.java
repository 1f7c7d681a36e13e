package fr.parvis.partners.feeds.polling;

import fr.parvis.partners.feeds.polling.Poll.Proof;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Readings of partners' lists, as rows. */
@Repository
class PollTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PollTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Poll> find(UUID partner) {
        return jdbc.sql("select * from partners.feed_poll where partner = :partner")
                .param("partner", partner)
                .query(PollTable::poll)
                .optional();
    }

    Optional<Progress> progress(UUID partner) {
        return jdbc.sql("select * from partners.feed_poll where partner = :partner")
                .param("partner", partner)
                .query(PollTable::progress)
                .optional();
    }

    Optional<byte[]> secret(UUID partner) {
        return jdbc.sql("select secret from partners.feed_poll where partner = :partner and secret is not null")
                .param("partner", partner)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Where the last reading stopped; empty when it came to the end. */
    Optional<Bookmark> bookmark(UUID partner) {
        return jdbc.sql("select * from partners.feed_poll where partner = :partner and page is not null")
                .param("partner", partner)
                .query(PollTable::bookmark)
                .optional();
    }

    /** Another address is another list, and cursors of another kind say nothing: it is read from its beginning. */
    void save(Poll poll, byte @Nullable [] secret) {
        jdbc.sql("""
            insert into partners.feed_poll as p (partner, address, list, next, cursor_at, proof, proof_name,
                secret, minutes, active)
            values (:partner, :address, :list, :next, :cursorAt, :proof, :proofName, :secret, :minutes, :active)
            on conflict (partner) do update set address = excluded.address, list = excluded.list,
                next = excluded.next, cursor_at = excluded.cursor_at, proof = excluded.proof,
                proof_name = excluded.proof_name, secret = excluded.secret, minutes = excluded.minutes,
                active = excluded.active, failures = 0, fault = null, revision = p.revision + 1,
                cursor = case when p.address = excluded.address
                    and p.cursor_at is not distinct from excluded.cursor_at then p.cursor end,
                etag = null, last_modified = null, page = null, pages_read = null, begun_at = null, page_cursor = null
            """)
                .param("partner", poll.partner())
                .param("address", poll.address())
                .param("list", poll.list())
                .param("next", poll.next())
                .param("cursorAt", poll.cursorAt())
                .param("proof", poll.proof().name())
                .param("proofName", poll.proofName())
                .param("secret", secret)
                .param("minutes", poll.minutes())
                .param("active", poll.active())
                .update();
    }

    /** Reads the whole list again next time. */
    void rewind(UUID partner) {
        jdbc.sql("""
            update partners.feed_poll set cursor = null, etag = null, last_modified = null, revision = revision + 1,
                page = null, pages_read = null, begun_at = null, page_cursor = null
            where partner = :partner
            """).param("partner", partner).update();
    }

    /** The list is read up to where this says, unless it is to be read otherwise meanwhile. */
    void succeed(UUID partner, Progress reached) {
        jdbc.sql("""
            update partners.feed_poll set cursor = :cursor, etag = :etag, last_modified = :lastModified,
                failures = 0, fault = null, attempted_at = :now, succeeded_at = :now,
                page = null, pages_read = null, begun_at = null, page_cursor = null
            where partner = :partner and revision = :revision
            """)
                .param("cursor", reached.cursor())
                .param("etag", reached.etag())
                .param("lastModified", reached.lastModified())
                .param("now", now())
                .param("partner", partner)
                .param("revision", reached.revision())
                .update();
    }

    /** It lasts too long: the next reading goes on from here, unless it is to be read otherwise meanwhile. */
    void stop(UUID partner, int revision, Bookmark bookmark) {
        jdbc.sql("""
            update partners.feed_poll set page = :page, pages_read = :read, begun_at = :begun, page_cursor = :cursor,
                failures = 0, fault = null, attempted_at = :now
            where partner = :partner and revision = :revision
            """)
                .param("page", bookmark.page().toString())
                .param("read", bookmark.read())
                .param("begun", bookmark.begun().atOffset(ZoneOffset.UTC))
                .param("cursor", bookmark.cursor())
                .param("now", now())
                .param("partner", partner)
                .param("revision", revision)
                .update();
    }

    /** A page that fails is asked for once more; one that is no longer there must not fail for ever: the list begins anew. */
    void fail(UUID partner, String fault) {
        jdbc.sql("""
            update partners.feed_poll set failures = failures + 1, fault = :fault, attempted_at = :now,
                page = case when failures = 0 then page end,
                pages_read = case when failures = 0 then pages_read end,
                begun_at = case when failures = 0 then begun_at end,
                page_cursor = case when failures = 0 then page_cursor end
            where partner = :partner
            """)
                .param("fault", fault)
                .param("now", now())
                .param("partner", partner)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Poll poll(ResultSet row, int number) throws SQLException {
        return new Poll(
                row.getObject("partner", UUID.class),
                row.getString("address"),
                row.getString("list"),
                row.getString("next"),
                row.getString("cursor_at"),
                Proof.valueOf(row.getString("proof")),
                row.getString("proof_name"),
                row.getInt("minutes"),
                row.getBoolean("active"));
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(
                row.getInt("revision"),
                row.getString("cursor"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getInt("failures"),
                instant(row, "attempted_at"),
                instant(row, "succeeded_at"),
                row.getString("fault"));
    }

    private static Bookmark bookmark(ResultSet row, int number) throws SQLException {
        return new Bookmark(
                URI.create(row.getString("page")),
                row.getInt("pages_read"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("page_cursor"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
