package fr.parvis.partners.feeds.polling;

import fr.parvis.partners.feeds.polling.Poll.Proof;
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

    /** Another address is another list: it is read from its beginning. */
    void save(Poll poll, byte @Nullable [] secret) {
        jdbc.sql("""
            insert into partners.feed_poll as p (partner, address, list, next, cursor_at, proof, proof_name,
                secret, minutes, active)
            values (:partner, :address, :list, :next, :cursorAt, :proof, :proofName, :secret, :minutes, :active)
            on conflict (partner) do update set address = excluded.address, list = excluded.list,
                next = excluded.next, cursor_at = excluded.cursor_at, proof = excluded.proof,
                proof_name = excluded.proof_name, secret = excluded.secret, minutes = excluded.minutes,
                active = excluded.active, failures = 0, fault = null,
                cursor = case when p.address = excluded.address then p.cursor end,
                etag = null, last_modified = null
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
            update partners.feed_poll set cursor = null, etag = null, last_modified = null
            where partner = :partner
            """).param("partner", partner).update();
    }

    void succeed(UUID partner, @Nullable String cursor, @Nullable String etag, @Nullable String lastModified) {
        jdbc.sql("""
            update partners.feed_poll set cursor = :cursor, etag = :etag, last_modified = :lastModified,
                failures = 0, fault = null, attempted_at = :now, succeeded_at = :now
            where partner = :partner
            """)
                .param("cursor", cursor)
                .param("etag", etag)
                .param("lastModified", lastModified)
                .param("now", now())
                .param("partner", partner)
                .update();
    }

    void fail(UUID partner, String fault) {
        jdbc.sql("""
            update partners.feed_poll set failures = failures + 1, fault = :fault, attempted_at = :now
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
                row.getString("cursor"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getInt("failures"),
                instant(row, "attempted_at"),
                instant(row, "succeeded_at"),
                row.getString("fault"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
