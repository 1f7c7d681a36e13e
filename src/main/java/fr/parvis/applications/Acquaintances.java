package fr.parvis.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is known to which application, under which name, with which agreement. */
@Repository
public class Acquaintances {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RandomGenerator random;

    Acquaintances(JdbcClient jdbc, Clock clock, RandomGenerator random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Acquaintance> find(UUID application, UUID account) {
        return jdbc.sql(
                        "select * from applications.acquaintance where application = :application and account = :account")
                .param("application", application)
                .param("account", account)
                .query(Acquaintances::acquaintance)
                .optional();
    }

    /** The applications that know this person, the last used first. */
    public List<Acquaintance> of(UUID account) {
        return jdbc.sql("""
                        select * from applications.acquaintance where account = :account and agreed_at is not null
                        order by last_seen_at desc nulls last, agreed_at desc
                        """)
                .param("account", account)
                .query(Acquaintances::acquaintance)
                .list();
    }

    /** The person agrees that the application learns this, besides what they agreed to before. */
    public void agree(UUID application, UUID account, Set<Claim> claims) {
        jdbc.sql("""
                        insert into applications.acquaintance as a (application, account, sub, claims, agreed_at)
                        values (:application, :account, :sub, :claims, :now)
                        on conflict (application, account) do update set agreed_at = excluded.agreed_at,
                            claims = (select coalesce(array_agg(distinct claim), '{}')
                                      from unnest(a.claims || excluded.claims) claim)
                        """)
                .param("application", application)
                .param("account", account)
                .param("sub", Digests.newSecret(random))
                .param("claims", Claim.write(claims))
                .param("now", now())
                .update();
    }

    /** Takes the agreement back. */
    public void withdraw(UUID application, UUID account) {
        jdbc.sql("""
                        update applications.acquaintance set claims = '{}', agreed_at = null
                        where application = :application and account = :account
                        """)
                .param("application", application)
                .param("account", account)
                .update();
    }

    /** The account is closed: nobody is known there any more. */
    public void forget(UUID account) {
        jdbc.sql("delete from applications.acquaintance where account = :account")
                .param("account", account)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Acquaintance acquaintance(ResultSet row, int number) throws SQLException {
        return new Acquaintance(
                row.getObject("application", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("sub"),
                Claim.read(ApplicationTable.strings(row.getArray("claims"))),
                instant(row, "agreed_at"),
                instant(row, "last_seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
