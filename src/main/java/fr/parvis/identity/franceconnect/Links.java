package fr.parvis.identity.franceconnect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account a sub leads to, and the civil identity that was proven for it. */
@Repository
class Links {

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> account(String issuer, String sub) {
        return jdbc.sql("select account_id from identity.link where issuer = :issuer and sub = :sub")
                .param("issuer", issuer)
                .param("sub", sub)
                .query(UUID.class)
                .optional();
    }

    boolean isLinked(UUID account) {
        return jdbc.sql("select exists (select from identity.link where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void link(Arrival arrival, UUID account) {
        jdbc.sql("""
                        insert into identity.link (issuer, sub, account_id, linked_at)
                        values (:issuer, :sub, :account, :now)
                        on conflict (issuer, sub) do nothing
                        """)
                .param("issuer", arrival.issuer())
                .param("sub", arrival.sub())
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlink(UUID account) {
        jdbc.sql("delete from identity.link where account_id = :account")
                .param("account", account)
                .update();
    }

    Optional<CivilIdentity> identity(UUID account) {
        return jdbc.sql("select * from identity.civil_identity where account_id = :account")
                .param("account", account)
                .query(Links::identity)
                .optional();
    }

    /** Accounts for which all six pivot fields were proven, and are these. */
    List<UUID> accountsOf(CivilIdentity identity) {
        record Proven(UUID account, CivilIdentity identity) {}
        return jdbc
                .sql("select * from identity.civil_identity where birthdate = :birthdate")
                .param("birthdate", identity.birthdate())
                .query((row, n) -> new Proven(row.getObject("account_id", UUID.class), identity(row, n)))
                .stream()
                .filter(proven -> proven.identity().isSamePersonAs(identity))
                .map(Proven::account)
                .toList();
    }

    /** Notes, or corrects, what FranceConnect proved of a person. */
    void prove(UUID account, CivilIdentity identity) {
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
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
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
