package fr.parvis.identity.sessions;

import fr.parvis.kernel.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions as rows, found by the SHA-256 of their token. */
@Component
class SessionTable {

    /** A resident's device stays signed in this long after it was last seen. */
    private static final Duration RESIDENT = Duration.ofDays(30);

    /** A person who works for the town signs in each day. */
    private static final Duration STAFF = Duration.ofHours(12);

    /** Writing at every request would cost more than it tells. */
    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Outside the demo its accounts are refused, open sessions included. */
    private final boolean demo;

    SessionTable(JdbcClient jdbc, Clock clock, Settings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.demo = settings.demo();
    }

    /**
     * Whose session it is.
     *
     * @param staff whether to look up what else they may do
     * @param strong whether they showed two factors, without which they may do nothing else
     */
    record Holder(UUID account, String firstName, String lastName, boolean staff, boolean strong, Instant lastSeenAt) {}

    Optional<Holder> holder(byte[] tokenHash) {
        return jdbc.sql("""
                        select a.id, a.first_name, a.last_name, a.staff, s.last_seen_at, s.methods
                        from identity.session s join identity.account a on a.id = s.account_id
                        where s.token_hash = :hash and s.expires_at > :now and (:demo or not a.demo)
                        """)
                .param("hash", tokenHash)
                .param("now", now())
                .param("demo", demo)
                .query((row, number) -> new Holder(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Method.read(row.getString(6)).contains(Method.SEVERAL_FACTORS),
                        instant(row, 5)))
                .optional();
    }

    void insert(byte[] tokenHash, UUID account, String device, Entry entry) {
        jdbc.sql("""
                        insert into identity.session
                            (token_hash, id, account_id, device, methods, id_token, created_at, confirmed_at,
                             last_seen_at, expires_at)
                        select :hash, gen_random_uuid(), id, :device, :methods, :idToken, :now, :now, :now,
                               case when staff then :staff::timestamptz else :resident::timestamptz end
                        from identity.account where id = :account
                        """)
                .param("hash", tokenHash)
                .param("account", account)
                .param("device", device)
                .param("methods", Method.write(entry.methods()))
                .param("idToken", entry.idToken())
                .param("now", now())
                .param("staff", now().plus(STAFF))
                .param("resident", now().plus(RESIDENT))
                .update();
    }

    Optional<CurrentSession> current(byte[] tokenHash) {
        return jdbc.sql("""
                        select s.id, s.account_id, s.methods, s.confirmed_at
                        from identity.session s join identity.account a on a.id = s.account_id
                        where s.token_hash = :hash and s.expires_at > :now and (:demo or not a.demo)
                        """)
                .param("hash", tokenHash)
                .param("now", now())
                .param("demo", demo)
                .query((row, number) -> new CurrentSession(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        Method.read(row.getString(3)),
                        instant(row, 4)))
                .optional();
    }

    /** Notes that the device was seen, and lets a resident's session live on; not more than once a minute. */
    void touch(byte[] tokenHash, Holder holder) {
        if (holder.lastSeenAt().plus(BETWEEN_TOUCHES).isAfter(clock.instant())) {
            return;
        }
        jdbc.sql("""
                        update identity.session
                        set last_seen_at = :now, expires_at = case when :staff then expires_at else :expires end
                        where token_hash = :hash
                        """)
                .param("hash", tokenHash)
                .param("staff", holder.staff())
                .param("now", now())
                .param("expires", now().plus(RESIDENT))
                .update();
    }

    List<OpenSession> of(UUID account, byte[] currentHash) {
        return jdbc.sql("""
                        select id, device, created_at, last_seen_at, token_hash = :current
                        from identity.session
                        where account_id = :account and expires_at > :now
                        order by token_hash = :current desc, last_seen_at desc
                        """)
                .param("account", account)
                .param("current", currentHash)
                .param("now", now())
                .query((row, number) -> new OpenSession(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        instant(row, 3),
                        instant(row, 4),
                        row.getBoolean(5)))
                .list();
    }

    /** A session that ended; its proof of the one at an identity provider that it came from, if any. */
    record Ended(UUID id, UUID account, Optional<String> idToken) {}

    /** Ends the session of this token, if there is one. */
    List<Ended> delete(byte[] tokenHash) {
        return deleteWhere("token_hash = :hash", Map.of("hash", tokenHash));
    }

    boolean isConfirmed(byte[] tokenHash, Duration within) {
        return jdbc.sql("select exists (select from identity.session"
                        + " where token_hash = :hash and confirmed_at > :since and expires_at > :now)")
                .param("hash", tokenHash)
                .param("since", now().minus(within))
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    boolean isStrongSince(byte[] tokenHash, Instant moment) {
        return jdbc.sql("""
                        select exists (select from identity.session
                                       where token_hash = :hash and created_at >= :moment and expires_at > :now
                                         and :several = any (string_to_array(methods, ' ')))
                        """)
                .param("hash", tokenHash)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("several", Method.SEVERAL_FACTORS.code())
                .query(Boolean.class)
                .single();
    }

    void confirm(byte[] tokenHash) {
        jdbc.sql("update identity.session set confirmed_at = :now where token_hash = :hash")
                .param("now", now())
                .param("hash", tokenHash)
                .update();
    }

    List<Ended> delete(UUID account, UUID id) {
        return deleteWhere("account_id = :account and id = :id", Map.of("account", account, "id", id));
    }

    /** All of them, and whoever still has a second factor to show. */
    List<Ended> deleteAll(UUID account) {
        jdbc.sql("delete from identity.doorstep where account_id = :account")
                .param("account", account)
                .update();
        return deleteWhere("account_id = :account", Map.of("account", account));
    }

    List<Ended> deleteWeak(UUID account) {
        return deleteWhere(
                "account_id = :account and not :several = any (string_to_array(methods, ' '))",
                Map.of("account", account, "several", Method.SEVERAL_FACTORS.code()));
    }

    List<Ended> deleteOthers(UUID account, byte[] tokenHash) {
        return deleteWhere(
                "account_id = :account and token_hash <> :hash", Map.of("account", account, "hash", tokenHash));
    }

    private List<Ended> deleteWhere(String condition, Map<String, Object> parameters) {
        return jdbc.sql("delete from identity.session where " + condition + " returning id, account_id, id_token")
                .params(parameters)
                .query((row, number) -> new Ended(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        Optional.ofNullable(row.getString(3))))
                .list();
    }

    /** Somebody who now works for the town keeps no session longer than colleagues do. */
    void shorten(UUID account) {
        jdbc.sql("""
                        update identity.session set expires_at = least(expires_at, :latest)
                        where account_id = :account
                        """)
                .param("account", account)
                .param("latest", now().plus(STAFF))
                .update();
    }

    int deleteExpired() {
        return jdbc.sql("delete from identity.session where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
