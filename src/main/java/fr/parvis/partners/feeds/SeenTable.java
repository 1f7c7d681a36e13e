package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was last seen of each record, as rows. */
@Repository
class SeenTable {

    /** Longer than a case that nothing happens to. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final JsonMapper ROWS = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    SeenTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Line(
            String name,
            String digest,
            long sequence,
            Instant at,
            @Nullable String code,
            @Nullable String pointer,
            @Nullable String detail) {}

    Map<String, Seen> find(UUID partner, Collection<String> names) {
        return jdbc
                .sql("select * from partners.feed_record where partner = :partner and name = any(:names)")
                .param("partner", partner)
                .param("names", names.toArray(String[]::new))
                .query(SeenTable::seen)
                .stream()
                .collect(Collectors.toMap(Seen::name, Function.identity()));
    }

    /** How far the cases have come that residents follow already, by their keys. */
    Map<String, Long> cases(UUID partner, Collection<String> keys) {
        Map<String, Long> cases = new HashMap<>();
        jdbc.sql("select key, sequence from partners.foreign_case where partner = :partner and key = any(:keys)")
                .param("partner", partner)
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    cases.put(row.getString(1), row.getLong(2));
                });
        return cases;
    }

    /** How far the facts have come that are shown of these people, by the keys under which they are remembered. */
    Map<String, Long> facts(UUID partner, Collection<PersonKey> people) {
        Map<String, Long> facts = new HashMap<>();
        jdbc.sql("""
            select member, max(sequence) from partners.facts where partner = :partner and member = any(:names)
            group by member
            """)
                .param("partner", partner)
                .param("names", people.stream().map(PersonKey::name).toArray(String[]::new))
                .query(row -> {
                    facts.put(Translated.Good.key(row.getString(1)), row.getLong(2));
                });
        return facts;
    }

    void save(UUID partner, Collection<Seen> seen) {
        var rows = seen.stream().map(SeenTable::line).toList();
        jdbc.sql("""
            insert into partners.feed_record (partner, name, digest, sequence, at, code, pointer, detail, seen_at)
            select :partner, name, decode(digest, 'hex'), sequence, at, code, pointer, detail, :now
            from json_to_recordset(:rows::json) as r(name text, digest text, sequence bigint, at timestamptz,
                code text, pointer text, detail text)
            on conflict (partner, name) do update set digest = excluded.digest, sequence = excluded.sequence,
                at = excluded.at, code = excluded.code, pointer = excluded.pointer, detail = excluded.detail,
                seen_at = excluded.seen_at
            """)
                .param("partner", partner)
                .param("now", now())
                .param("rows", ROWS.writeValueAsString(rows))
                .update();
    }

    /** Those that say what they said: noted once a day, which is enough to know that they are still there. */
    void touch(UUID partner, Collection<String> names) {
        jdbc.sql("""
            update partners.feed_record set seen_at = :now
            where partner = :partner and name = any(:names) and seen_at < :yesterday
            """)
                .param("partner", partner)
                .param("names", names.toArray(String[]::new))
                .param("now", now())
                .param("yesterday", now().minusDays(1))
                .update();
    }

    /** Another mapping may make something of what this one could not. */
    void forgetRefused(UUID partner) {
        jdbc.sql("delete from partners.feed_record where partner = :partner and code is not null and sequence = 0")
                .param("partner", partner)
                .update();
        jdbc.sql("""
            update partners.feed_record set code = null, pointer = null, detail = null,
                digest = decode(repeat('00', 32), 'hex')
            where partner = :partner and code is not null
            """).param("partner", partner).update();
    }

    void eraseOld() {
        jdbc.sql("delete from partners.feed_record where seen_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private static Line line(Seen seen) {
        var fault = seen.fault();
        return new Line(
                seen.name(),
                seen.digest(),
                seen.sequence(),
                seen.at(),
                fault == null ? null : fault.code(),
                fault == null ? null : fault.pointer(),
                fault == null ? null : fault.detail());
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        return new Seen(
                row.getString("name"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                code == null ? null : new Fault(code, row.getString("pointer"), row.getString("detail")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
