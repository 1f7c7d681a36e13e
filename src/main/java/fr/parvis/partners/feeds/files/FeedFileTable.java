package fr.parvis.partners.feeds.files;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.RowOutcome;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFile.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Files and what became of their lines, as rows. */
@Repository
class FeedFileTable {

    /** Long enough to find out what went wrong and read them again. */
    static final Duration KEPT = Duration.ofDays(30);

    /** One that cannot be read for so long keeps those after it waiting no more. */
    private static final Duration AWAITED = Duration.ofHours(1);

    private static final JsonMapper ROWS = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedFileTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps it, unless the partner's same file is there; whether it was kept. */
    boolean insert(FeedFile file, byte[] digest, byte[] content) {
        return jdbc.sql("""
            insert into partners.feed_file (id, partner, channel, name, digest, content, state, received_at)
            values (:id, :partner, :channel, :name, :digest, :content, 'RECEIVED', :now)
            on conflict (partner, digest) do nothing
            """)
                        .param("id", file.id())
                        .param("partner", file.partner())
                        .param("channel", file.channel().name())
                        .param("name", file.name())
                        .param("digest", digest)
                        .param("content", content)
                        .param("now", now())
                        .update()
                > 0;
    }

    UUID same(UUID partner, byte[] digest) {
        return jdbc.sql("select id from partners.feed_file where partner = :partner and digest = :digest")
                .param("partner", partner)
                .param("digest", digest)
                .query(UUID.class)
                .single();
    }

    /** Whether no other file of its partner came after it. */
    boolean isNewest(UUID id) {
        return jdbc.sql("""
            select not exists (
                select from partners.feed_file later
                where later.partner = f.partner and later.received_at > f.received_at)
            from partners.feed_file f where f.id = :id
            """).param("id", id).query(Boolean.class).single();
    }

    /** Whether a file of its partner that came before it waits to be read, or is being read. */
    boolean isBehindAnother(UUID id) {
        return jdbc.sql("""
            select exists (
                select from partners.feed_file f join partners.feed_file earlier on earlier.partner = f.partner
                where f.id = :id and earlier.state = 'RECEIVED' and earlier.received_at > :awaited
                    and (earlier.received_at, earlier.id) < (f.received_at, f.id))
            """)
                .param("id", id)
                .param("awaited", now().minus(AWAITED))
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> oldestWaiting(UUID partner) {
        return jdbc.sql("""
            select id from partners.feed_file where partner = :partner and state = 'RECEIVED'
            order by received_at, id limit 1
            """).param("partner", partner).query(UUID.class).optional();
    }

    /** The same content came again, after others: it is what the partner says now. */
    void receiveAgain(UUID id, Channel channel, String name) {
        begin(id);
        jdbc.sql("update partners.feed_file set channel = :channel, name = :name, received_at = :now where id = :id")
                .param("channel", channel.name())
                .param("name", name)
                .param("now", now())
                .param("id", id)
                .update();
    }

    Optional<FeedFile> find(UUID id) {
        return jdbc.sql(
                        "select id, partner, channel, name, state, received_at, reading, code, detail from partners.feed_file"
                                + " where id = :id")
                .param("id", id)
                .query(FeedFileTable::file)
                .optional();
    }

    List<FeedFile> recent(UUID partner, int most) {
        return jdbc.sql(
                        "select id, partner, channel, name, state, received_at, reading, code, detail from partners.feed_file"
                                + " where partner = :partner order by received_at desc limit :most")
                .param("partner", partner)
                .param("most", most)
                .query(FeedFileTable::file)
                .list();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from partners.feed_file where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Whether this reading of it is still the one that counts; nobody begins another before the transaction ends. */
    boolean isCurrent(FeedFile file) {
        return jdbc.sql("select id from partners.feed_file where id = :id and reading = :reading for no key update")
                .param("id", file.id())
                .param("reading", file.reading())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void end(UUID id, State state, @Nullable Fault fault) {
        jdbc.sql("""
            update partners.feed_file set state = :state, code = :code, detail = :detail, read_at = :now
            where id = :id
            """)
                .param("state", state.name())
                .param("code", fault == null ? null : fault.code())
                .param("detail", fault == null ? null : fault.detail())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Its acknowledgement is ready, and so long. */
    void acknowledge(UUID id, int bytes) {
        jdbc.sql("update partners.feed_file set acknowledgement_bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    /** Of the newest file of each name, if it was read: newest first. */
    List<Acknowledged> acknowledged(UUID partner, int most) {
        return jdbc.sql("""
            select id, name, acknowledgement_bytes, read_at from (
                select distinct on (name) * from partners.feed_file where partner = :partner
                order by name, received_at desc) newest
            where acknowledgement_bytes is not null order by received_at desc limit :most
            """)
                .param("partner", partner)
                .param("most", most)
                .query((row, number) -> new Acknowledged(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("acknowledgement_bytes"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** To be read again, from its first line; what a reading under way finds no longer counts. */
    void begin(UUID id) {
        jdbc.sql("""
            update partners.feed_file set state = 'RECEIVED', code = null, detail = null, acknowledgement_bytes = null,
                reading = reading + 1
            where id = :id
            """).param("id", id).update();
        jdbc.sql("delete from partners.feed_line where file = :id")
                .param("id", id)
                .update();
    }

    /** What became of lines; a reading that was interrupted and began anew changes nothing of what it had found. */
    void insert(UUID file, List<RowOutcome> lines) {
        jdbc.sql("""
            insert into partners.feed_line (file, line, event, status, code, detail)
            select :file, line, event, status, code, detail from json_to_recordset(:rows::json)
                as r(line int, event text, status text, code text, detail text)
            on conflict (file, line) do nothing
            """)
                .param("file", file)
                .param("rows", ROWS.writeValueAsString(lines))
                .update();
    }

    List<RowOutcome> lines(UUID file) {
        return jdbc.sql("select line, event, status, code, detail from partners.feed_line where file = :file order by"
                        + " line")
                .param("file", file)
                .query((row, number) -> new RowOutcome(
                        row.getInt("line"),
                        row.getString("event"),
                        RowOutcome.Status.valueOf(row.getString("status")),
                        row.getString("code"),
                        row.getString("detail")))
                .list();
    }

    Map<RowOutcome.Status, Long> counts(UUID file) {
        Map<RowOutcome.Status, Long> counts = new EnumMap<>(RowOutcome.Status.class);
        jdbc.sql("select status, count(*) from partners.feed_line where file = :file group by status")
                .param("file", file)
                .query(row -> {
                    counts.put(RowOutcome.Status.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    void eraseOld() {
        jdbc.sql("delete from partners.feed_file where received_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static FeedFile file(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        return new FeedFile(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("reading"),
                code == null ? null : new Fault(code, "", row.getString("detail")));
    }
}
