package fr.parvis.identity.accounts;

import fr.parvis.kernel.Settings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts as rows. An e-mail address, whatever its capitals, has one account with a password; those who sign in with
 * FranceConnect only may share theirs.
 */
@Component
public class AccountTable {

    private static final String COLUMNS = "select id, first_name, last_name, email, password_hash, demo, staff";

    private static final RowMapper<Account> ACCOUNT = (row, number) -> new Account(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getBoolean(6),
            row.getBoolean(7));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean demo;

    AccountTable(JdbcClient jdbc, Clock clock, Settings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.demo = settings.demo();
    }

    /** Opens the account; false when its address already has one. */
    public boolean insert(Account account) {
        return jdbc.sql("""
                        insert into identity.account
                            (id, first_name, last_name, email, password_hash, demo, staff, created_at)
                        values (:id, :firstName, :lastName, :email, :passwordHash, :demo, :staff, :now)
                        on conflict (lower(email)) where password_hash is not null do nothing
                        """)
                        .param("id", account.id())
                        .param("firstName", account.firstName())
                        .param("lastName", account.lastName())
                        .param("email", account.email())
                        .param("passwordHash", account.passwordHash())
                        .param("demo", account.demo())
                        .param("staff", account.staff())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(COLUMNS + " from identity.account where id = :id")
                .param("id", id)
                .query(ACCOUNT)
                .optional();
    }

    /** The account that this address and its password open. */
    public Optional<Account> findByEmail(String email) {
        return jdbc.sql(COLUMNS
                        + " from identity.account where lower(email) = lower(:email) and password_hash is not null")
                .param("email", email)
                .query(ACCOUNT)
                .optional();
    }

    /** The account of this address that may sign in here: invented people may do so in a demonstration only. */
    public Optional<Account> findUsable(String email) {
        return findByEmail(email).filter(account -> demo || !account.demo());
    }

    public List<Account> findAll(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + " from identity.account where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ACCOUNT)
                .list();
    }

    public void changePassword(UUID id, String passwordHash) {
        jdbc.sql("update identity.account set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", id)
                .update();
    }

    /** Changes the address; false when another account has it. */
    public boolean changeEmail(UUID id, String email) {
        return jdbc.sql("""
                        update identity.account set email = :email
                        where id = :id and (password_hash is null or not exists (
                            select from identity.account other
                            where lower(other.email) = lower(:email) and other.password_hash is not null
                                and other.id <> :id))
                        """).param("email", email).param("id", id).update() == 1;
    }

    /** Gives the name that a proven civil status has. */
    public void rename(UUID id, String firstName, String lastName) {
        jdbc.sql("update identity.account set first_name = :first, last_name = :last where id = :id")
                .param("first", firstName)
                .param("last", lastName)
                .param("id", id)
                .update();
    }

    void markStaff(UUID id, boolean staff) {
        jdbc.sql("update identity.account set staff = :staff where id = :id")
                .param("staff", staff)
                .param("id", id)
                .update();
    }

    /** Erases the account, its sessions and its codes. */
    public void delete(UUID id) {
        jdbc.sql("delete from identity.account where id = :id").param("id", id).update();
    }
}
