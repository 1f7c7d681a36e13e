package fr.parvis.identity.civil;

import fr.parvis.identity.civil.LinkEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which account a sub leads to, and the civil identity that was proven for it. */
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

    public Optional<CivilIdentity> identity(UUID account) {
        return jdbc.sql("select * from identity.civil_identity where account_id = :account")
                .param("account", account)
                .query(Links::identity)
                .optional();
    }

    /** Accounts for which all six pivot fields were proven, and are these. */
    public List<UUID> accountsOf(CivilIdentity identity) {
        return accounts(identity, identity::isSamePersonAs);
    }

    /** Accounts of whom this may be the person, before or after a correction of the civil status. */
    public List<UUID> accountsLike(CivilIdentity identity) {
        return accounts(identity, identity::mayBeSamePersonAs);
    }

    private List<UUID> accounts(CivilIdentity identity, Predicate<CivilIdentity> matches) {
        record Proven(UUID account, CivilIdentity identity) {}
        return jdbc
                .sql("select * from identity.civil_identity where birthdate = :birthdate")
                .param("birthdate", identity.birthdate())
                .query((row, n) -> new Proven(row.getObject("account_id", UUID.class), identity(row, n)))
                .stream()
                .filter(proven -> matches.test(proven.identity()))
                .map(Proven::account)
                .toList();
    }

    /** Notes, or corrects, what FranceConnect proved of a person. */
    public void prove(UUID account, CivilIdentity identity) {
        jdbc.sql("""
                        insert into identity.civil_identity (account_id, given_names, family_name, usual_name, gender,
                            birthdate, birthplace, birthcountry, proven_by, proven_at)
                        values (:account, :given, :family, :usual, :gender, :birthdate, :place, :country,
                            'FRANCECONNECT', :now)
                        on conflict (account_id) do update set given_names = excluded.given_names,
                            family_name = excluded.family_name, usual_name = excluded.usual_name,
                            gender = excluded.gender, birthdate = excluded.birthdate, birthplace = excluded.birthplace,
                            birthcountry = excluded.birthcountry, proven_by = excluded.proven_by,
                            proven_at = excluded.proven_at
                        """)
                .param("account", account)
                .param("given", identity.givenNames())
                .param("family", identity.familyName())
                .param("usual", identity.usualName())
                .param("gender", identity.gender())
                .param("birthdate", identity.birthdate())
                .param("place", identity.birthplace())
                .param("country", identity.birthcountry())
                .param("now", now())
                .update();
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

    private static CivilIdentity identity(ResultSet row, int number) throws SQLException {
        return new CivilIdentity(
                row.getString("given_names"),
                row.getString("family_name"),
                row.getString("usual_name"),
                row.getString("gender"),
                row.getString("birthdate"),
                row.getString("birthplace"),
                row.getString("birthcountry"));
    }
}
