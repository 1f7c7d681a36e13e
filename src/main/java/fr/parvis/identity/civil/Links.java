package fr.parvis.identity.civil;

import fr.parvis.identity.civil.LinkEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which account a sub leads to. */
@Repository
public class Links {

    /** As long as the sign-ins beside which they are read. */
    private static final Duration EVENTS_KEPT = Duration.ofDays(183);

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<UUID> account(String issuer, String sub) {
        return jdbc.sql("select account_id from identity.link where issuer = :issuer and sub = :sub")
                .param("issuer", issuer)
                .param("sub", sub)
                .query(UUID.class)
                .optional();
    }

    public boolean isLinked(UUID account) {
        return jdbc.sql("select exists (select from identity.link where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Lets this sub lead to the account, which notes it; false when it did already. */
    @Transactional
    public boolean link(String issuer, String sub, UUID account, Kind how) {
        int linked = jdbc.sql("""
                        insert into identity.link (issuer, sub, account_id, linked_at)
                        values (:issuer, :sub, :account, :now)
                        on conflict (issuer, sub) do nothing
                        """)
                .param("issuer", issuer)
                .param("sub", sub)
                .param("account", account)
                .param("now", now())
                .update();
        if (linked == 1) {
            note(account, how);
        }
        return linked == 1;
    }

    @Transactional
    public void unlink(UUID account) {
        jdbc.sql("delete from identity.link where account_id = :account")
                .param("account", account)
                .update();
        note(account, Kind.UNLINKED);
    }

    /** When the account was linked and unlinked, the newest first; kept six months. */
    public List<LinkEvent> events(UUID account) {
        return jdbc.sql("select at, kind from identity.link_event where account_id = :account order by id desc")
                .param("account", account)
                .query((row, n) -> new LinkEvent(
                        row.getObject(1, OffsetDateTime.class).toInstant(), Kind.valueOf(row.getString(2))))
                .list();
    }

    void deleteOldEvents() {
        jdbc.sql("delete from identity.link_event where at < :before")
                .param("before", now().minus(EVENTS_KEPT))
                .update();
    }

    private void note(UUID account, Kind kind) {
        jdbc.sql("insert into identity.link_event (account_id, at, kind) values (:account, :now, :kind)")
                .param("account", account)
                .param("now", now())
                .param("kind", kind.name())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
