package fr.parvis.demo.vendors;

import fr.parvis.demo.vendors.TownClient.Verdict;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a vendor has to tell the town: kept with what happened, sent in order, kept again for as long as the town is away.
 */
public final class Outbox {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 500;

    private final VendorDatabase database;
    private final TownClient town;
    private final String source;
    private final Clock clock;
    private final URI address;
    private volatile String trouble = "";
    private volatile boolean cut;

    public Outbox(VendorDatabase database, Connection connection, Clock clock) {
        this.database = database;
        this.town = new TownClient(connection, clock);
        this.source = connection.source();
        this.clock = clock;
        this.address = connection.town();
    }

    /**
     * A line of the journal.
     *
     * @param status what the town answered; null while it waits to be sent
     */
    public record Line(
            OffsetDateTime at,
            String label,
            @Nullable String status,
            @Nullable String fault) {}

    private record Waiting(String id, String body) {}

    /**
     * Tells something of a case. Within the transaction that changes it, or a crash between would lose one of them.
     *
     * @param type between {@code fr.parvis.} and {@code .v1}
     */
    public void tell(String type, CaseName about, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("person", about.person());
        if (about.path() != null) {
            whole.put("path", about.path());
        }
        write(type, about.key(), about.key(), whole);
    }

    /**
     * Tells all that there is to say of a person beside cases.
     *
     * @param person as in {@link CaseName}
     */
    public void tellFacts(Map<String, String> person, List<Map<String, Object>> facts) {
        var counter = "facts of " + String.join(" ", person.values());
        write("person.facts", null, counter, Map.of("person", person, "facts", facts));
    }

    /** Where the town is, for people. */
    public URI town() {
        return address;
    }

    /** Cuts the line to the town, or mends it: what is told meanwhile is kept, and leaves in its order afterwards. */
    public void cut(boolean off) {
        cut = off;
    }

    public boolean isCut() {
        return cut;
    }

    /** Sends all that waits, the oldest first; whether the town took it, or at least said why not. */
    public boolean send() {
        try {
            for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
                var verdicts = town.push(waiting.stream().map(Waiting::body).toList());
                if (database.run(() -> settle(verdicts)) == 0) {
                    throw new UnreachableException("la réponse ne parle pas de ces événements");
                }
            }
            trouble = "";
            return true;
        } catch (UnreachableException away) {
            trouble = String.valueOf(away.getMessage());
            return false;
        }
    }

    /** Sends again what was refused, once its cause is gone: the town kept nothing under its ids. */
    public int retryRefused() {
        return database.jdbc()
                .sql("update outbox set status = null, fault = null where status = 'refused'")
                .update();
    }

    public List<Line> journal(int most) {
        return database.jdbc()
                .sql("select at, label, status, fault from outbox order by number desc limit :most")
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("label"),
                        row.getString("status"),
                        row.getString("fault")))
                .list();
    }

    /** Why nothing leaves; empty when all is well. */
    public String trouble() {
        return trouble;
    }

    private void write(String type, @Nullable String key, String counter, Map<String, Object> data) {
        var id = UUID.randomUUID().toString();
        var now = clock.instant();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", "fr.parvis." + type + ".v1");
        if (key != null) {
            event.put("subject", key);
        }
        event.put("time", now.toString());
        event.put("sequence", String.valueOf(next(counter)));
        event.put("data", data);
        database.jdbc()
                .sql("insert into outbox (id, body, label, at) values (:id, :body, :label, :at)")
                .param("id", id)
                .param("body", JSON.writeValueAsString(event))
                .param("label", type + (key == null ? "" : " " + key))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long next(String counter) {
        return database.jdbc().sql("""
                        insert into counter as c (key, sequence) values (:key, 1)
                        on conflict (key) do update set sequence = c.sequence + 1 returning sequence
                        """).param("key", counter).query(Long.class).single();
    }

    /** What may leave now: nothing while the line is cut. */
    private List<Waiting> waiting() {
        if (cut) {
            return List.of();
        }
        return database.jdbc()
                .sql("select id, body from outbox where status is null order by number limit :batch")
                .param("batch", BATCH)
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2)))
                .list();
    }

    private int settle(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToInt(verdict -> database.jdbc()
                        .sql("update outbox set status = :status, fault = :fault where id = :id")
                        .param("status", verdict.status())
                        .param("fault", verdict.fault())
                        .param("id", verdict.id())
                        .update())
                .sum();
    }
}
