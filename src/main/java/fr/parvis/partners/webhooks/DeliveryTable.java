package fr.parvis.partners.webhooks;

import fr.parvis.kernel.Rows;
import fr.parvis.partners.webhooks.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries as rows. In quiet times PostgreSQL counts none that is pending, and plans for none: the subqueries in an order,
 * and a state that no index holds, have it look for the rows of a topic and of an id alone, however many wait.
 */
@Repository
class DeliveryTable {

    /** How long an attempt is believed to go on: longer than it can, so that nothing is sent twice while both live. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID partner, String topic, WebhookType type, String data) {
        jdbc.sql("""
                        insert into partners.delivery (id, partner, topic, type, data, next_at, created_at)
                        values (:id, :partner, :topic, :type, :data, :now, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("partner", partner)
                .param("topic", topic)
                .param("type", type.code())
                .param("data", data)
                .param("now", now())
                .update();
    }

    /** Partners that can be told something now. */
    List<UUID> partnersDue() {
        return jdbc.sql("""
                        select id from partners.partner p where webhook is not null and not suspended and exists (
                            select from partners.delivery d
                            where d.partner = p.id and d.state = 'PENDING' and d.next_at <= :now)
                        """)
                .param("now", now())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Keeps what became of these attempts, and takes others, as many as there is room for. */
    @Transactional
    List<Delivery> turn(UUID partner, List<Attempt> ended, int room) {
        if (!ended.isEmpty()) {
            settle(ended);
        }
        return room == 0 ? List.of() : claim(partner, room);
    }

    /**
     * Takes the first delivery of as many topics. All of a topic waits with it: what comes after leaves only when it was
     * taken or given up. Another node takes others; should this one die, they are due again after the lease.
     */
    private List<Delivery> claim(UUID partner, int most) {
        return jdbc.sql("""
                        with due as (
                            select d.id, d.partner, d.topic from partners.delivery d
                            join partners.partner p on p.id = d.partner and p.webhook is not null and not p.suspended
                            where d.partner = :partner and d.state = 'PENDING' and d.next_at <= :now
                                and d.number = (select b.number from partners.delivery b
                                                where b.partner = d.partner and b.topic = d.topic
                                                    and b.state = 'PENDING' order by b.number limit 1)
                            order by d.next_at, d.number limit :most for update of d skip locked),
                        held as (
                            update partners.delivery d set next_at = :until
                            from due cross join lateral (
                                select b.id from partners.delivery b
                                where b.partner = due.partner and b.topic = due.topic and b.state = 'PENDING'
                                order by b.number) of_topic
                            where d.id = of_topic.id)
                        select d.* from partners.delivery d join due using (id)
                        """)
                .param("partner", partner)
                .param("now", now())
                .param("most", most)
                .param("until", clock.instant().plus(LEASE).atOffset(ZoneOffset.UTC))
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Keeps what became of attempts, unless others were quicker, and lets the rest of their topics wait or go on. */
    private void settle(List<Attempt> attempts) {
        var rows = new Rows<>(attempts);
        jdbc.sql("""
                        with tried as (
                            select * from unnest(:ids::uuid[], :states::text[], :attempts::int[], :nexts::timestamptz[],
                                :statuses::int[], :errors::text[]) t(id, state, attempts, next, status, error)),
                        settled as (
                            update partners.delivery d set state = t.state, attempts = t.attempts, next_at = t.next,
                                last_status = t.status, last_error = t.error,
                                settled_at = case when t.state <> 'PENDING' then :now end
                            from tried t where d.id = t.id and d.state || '' = 'PENDING' and d.attempts = t.attempts - 1
                            returning d.id, d.partner, d.topic, t.next)
                        update partners.delivery d set next_at = s.next
                        from settled s cross join lateral (
                            select b.id from partners.delivery b
                            where b.partner = s.partner and b.topic = s.topic and b.state = 'PENDING' and b.id <> s.id
                            order by b.number) of_topic
                        where d.id = of_topic.id
                        """)
                .param("ids", rows.texts(one -> one.delivery().id()))
                .param("states", rows.texts(one -> one.fate().state()))
                .param("attempts", rows.numbers(one -> one.fate().attempts()))
                .param("nexts", rows.texts(one -> one.fate().next()))
                .param("statuses", rows.texts(one -> one.fate().answer().status()))
                .param("errors", rows.texts(one -> one.fate().answer().error()))
                .param("now", now())
                .update();
    }

    /** Adds what a partner is still to be told for another one, in the same order. */
    void copy(UUID former, UUID successor, String topic, WebhookType type) {
        jdbc.sql("""
                        insert into partners.delivery (id, partner, topic, type, data, next_at, created_at)
                        select gen_random_uuid(), :successor, topic, type, data, :now, :now from partners.delivery
                        where partner = :former and topic = :topic and type = :type and state = 'PENDING' order by number
                        """)
                .param("former", former)
                .param("successor", successor)
                .param("topic", topic)
                .param("type", type.code())
                .param("now", now())
                .update();
    }

    void giveUp(UUID partner, String reason) {
        jdbc.sql("""
                        update partners.delivery set state = 'DEAD', last_error = :reason, settled_at = :now
                        where partner = :partner and state = 'PENDING'
                        """)
                .param("reason", reason)
                .param("now", now())
                .param("partner", partner)
                .update();
    }

    /** Those that were given up, oldest first. */
    List<Delivery> dead(UUID partner, int most) {
        return jdbc.sql("""
                        select * from partners.delivery where partner = :partner and state = 'DEAD'
                        order by number limit :most
                        """)
                .param("partner", partner)
                .param("most", most)
                .query(DeliveryTable::delivery)
                .list();
    }

    /** Gives one back all its attempts; false when it was not given up, or its partner is replaced. */
    boolean revive(UUID partner, UUID id) {
        return revive(partner, List.of(id)) == 1;
    }

    int reviveAll(UUID partner) {
        return revive(
                partner,
                dead(partner, Integer.MAX_VALUE).stream().map(Delivery::id).toList());
    }

    int eraseSettled(State state, Duration age) {
        return jdbc.sql("delete from partners.delivery where state = :state and settled_at < :before")
                .param("state", state.name())
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }

    private int revive(UUID partner, List<UUID> ids) {
        return jdbc.sql("""
                        update partners.delivery set state = 'PENDING', attempts = 0, next_at = :now, settled_at = null
                        where partner = :partner and id = any(:ids) and state = 'DEAD' and not exists (
                            select from partners.partner p where p.id = :partner and p.replaced_by is not null)
                        """)
                .param("partner", partner)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getString("topic"),
                row.getLong("number"),
                WebhookType.of(row.getString("type")),
                row.getString("data"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "next_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
