package fr.parvis.partners.console;

import fr.parvis.kernel.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Engineers as rows. */
@Repository
class EngineerTable {

    private final JdbcClient jdbc;

    EngineerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Invites, or invites again who did not answer yet; false when they accepted before. */
    boolean invite(UUID partner, String email, Token token, Instant now) {
        return jdbc.sql("""
                        insert into partners.engineer as e (id, partner, email, token_hash, invited_at)
                        values (:id, :partner, :email, :hash, :now)
                        on conflict (partner, email) do update set token_hash = excluded.token_hash,
                            invited_at = excluded.invited_at
                        where e.account is null
                        """)
                        .param("id", UUID.randomUUID())
                        .param("partner", partner)
                        .param("email", email)
                        .param("hash", token.hash())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Engineer> invited(Token token, Instant since) {
        return jdbc.sql("""
                        select * from partners.engineer
                        where token_hash = :hash and account is null and invited_at > :since
                        """)
                .param("hash", token.hash())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(EngineerTable::engineer)
                .optional();
    }

    void accept(UUID engineer, UUID account) {
        jdbc.sql("update partners.engineer set account = :account where id = :id and account is null")
                .param("account", account)
                .param("id", engineer)
                .update();
    }

    List<Engineer> of(UUID partner) {
        return jdbc.sql("select * from partners.engineer where partner = :partner order by email")
                .param("partner", partner)
                .query(EngineerTable::engineer)
                .list();
    }

    List<UUID> partners(UUID account) {
        return jdbc.sql("select distinct partner from partners.engineer where account = :account")
                .param("account", account)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void remove(UUID partner, UUID engineer) {
        jdbc.sql("delete from partners.engineer where partner = :partner and id = :id")
                .param("partner", partner)
                .param("id", engineer)
                .update();
    }

    void forget(UUID account) {
        jdbc.sql("delete from partners.engineer where account = :account")
                .param("account", account)
                .update();
    }

    /** Invitations that nobody answered. */
    void eraseUnanswered(Instant before) {
        jdbc.sql("delete from partners.engineer where account is null and invited_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Engineer engineer(ResultSet row, int number) throws SQLException {
        return new Engineer(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getString("email"),
                row.getObject("account", UUID.class));
    }
}
