package fr.parvis.identity.accounts;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The civil identities that were proven, one row for each account that has one. */
@Component
public class CivilIdentityTable {

    private final JdbcClient jdbc;

    CivilIdentityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CertifiedIdentity> find(UUID account) {
        return jdbc.sql("select * from identity.civil_identity where account_id = :account")
                .param("account", account)
                .query(CivilIdentityTable::certified)
                .optional();
    }

    /** Accounts for which all six pivot fields were proven, and are these. */
    public List<UUID> accountsOf(CivilIdentity identity) {
        record Proven(UUID account, CivilIdentity identity) {}
        return jdbc
                .sql("select * from identity.civil_identity where birthdate = :birthdate")
                .param("birthdate", identity.birthdate())
                .query((row, n) -> new Proven(
                        row.getObject("account_id", UUID.class),
                        certified(row, n).civil()))
                .stream()
                .filter(proven -> proven.identity().isSamePersonAs(identity))
                .map(Proven::account)
                .toList();
    }

    /** Notes, or corrects, what was proven of a person. */
    public void prove(UUID account, CertifiedIdentity proven) {
        var identity = proven.civil();
        jdbc.sql("""
                        insert into identity.civil_identity (account_id, given_names, family_name, usual_name, gender,
                            birthdate, birthplace, birthcountry, proven_by, proven_at, level)
                        values (:account, :given, :family, :usual, :gender, :birthdate, :place, :country,
                            :by, :at, :level)
                        on conflict (account_id) do update set given_names = excluded.given_names,
                            family_name = excluded.family_name, usual_name = excluded.usual_name,
                            gender = excluded.gender, birthdate = excluded.birthdate, birthplace = excluded.birthplace,
                            birthcountry = excluded.birthcountry, proven_by = excluded.proven_by,
                            proven_at = excluded.proven_at, level = excluded.level
                        """)
                .param("account", account)
                .param("given", identity.givenNames())
                .param("family", identity.familyName())
                .param("usual", identity.usualName())
                .param("gender", identity.gender())
                .param("birthdate", identity.birthdate())
                .param("place", identity.birthplace())
                .param("country", identity.birthcountry())
                .param("by", proven.by().name())
                .param("at", proven.at().atOffset(ZoneOffset.UTC))
                .param("level", proven.level())
                .update();
    }

    private static CertifiedIdentity certified(ResultSet row, int number) throws SQLException {
        var civil = new CivilIdentity(
                row.getString("given_names"),
                row.getString("family_name"),
                row.getString("usual_name"),
                row.getString("gender"),
                row.getString("birthdate"),
                row.getString("birthplace"),
                row.getString("birthcountry"));
        return new CertifiedIdentity(
                civil,
                Prover.valueOf(row.getString("proven_by")),
                row.getObject("proven_at", OffsetDateTime.class).toInstant(),
                row.getString("level"));
    }
}
