package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Paging;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The people whom the directory may see, as rows beside their accounts. */
@Repository
class UserTable {

    private static final String FROM =
            " from identity.directory_user u join identity.account a on a.id = u.account_id ";

    private static final String SELECT = """
            select u.id, u.account_id, u.user_name is not null as claimed, coalesce(u.user_name, a.email) as user_name,
                   u.external_id, a.first_name, a.last_name, a.email, u.title, u.department, u.active, u.created_at,
                   u.modified_at""" + FROM;

    private static final String SOUGHT = """
            where (:userName::text is null or lower(coalesce(u.user_name, a.email)) = lower(:userName))
              and (:externalId::text is null or u.external_id = :externalId)
              and (:email::text is null or lower(a.email) = lower(:email))
              and (:active::boolean is null or u.active = :active)
              and (:since::timestamptz is null or u.modified_at > :since or (:inclusive and u.modified_at = :since))
            """;

    private static final RowMapper<DirectoryUser> USER = (row, number) -> new DirectoryUser(
            row.getObject("id", UUID.class),
            row.getObject("account_id", UUID.class),
            row.getBoolean("claimed"),
            new Profile(
                    row.getString("user_name"),
                    Optional.ofNullable(row.getString("external_id")),
                    row.getString("first_name"),
                    row.getString("last_name"),
                    row.getString("email"),
                    Optional.ofNullable(row.getString("title")),
                    Optional.ofNullable(row.getString("department"))),
            row.getBoolean("active"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("modified_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final Clock clock;

    UserTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<DirectoryUser> find(UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id").param("id", id).query(USER).optional();
    }

    Optional<DirectoryUser> byAccount(UUID account) {
        return byAccounts(List.of(account)).stream().findFirst();
    }

    List<DirectoryUser> byAccounts(Collection<UUID> accounts) {
        return jdbc.sql(SELECT + "where u.account_id = any(:accounts) order by u.created_at, u.id")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(USER)
                .list();
    }

    List<DirectoryUser> find(Sought sought, Paging paging) {
        return sought(SELECT + SOUGHT + "order by u.created_at, u.id limit :count offset :skipped", sought)
                .param("count", paging.count())
                .param("skipped", paging.skipped())
                .query(USER)
                .list();
    }

    int count(Sought sought) {
        return sought("select count(*)" + FROM + SOUGHT, sought)
                .query(Integer.class)
                .single();
    }

    /** Whether the directory calls another person so. */
    boolean isTaken(String userName, UUID account) {
        return jdbc.sql("select exists (select from identity.directory_user"
                        + " where lower(user_name) = lower(:userName) and account_id <> :account)")
                .param("userName", userName)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Lets the directory see a colleague; one whom it said had left and who was given a role again is here. */
    void show(UUID account) {
        jdbc.sql("""
                        insert into identity.directory_user as u (account_id, created_at, modified_at)
                        select id, :now, :now from identity.account where id = :account
                        on conflict (account_id) do update set active = true, modified_at = :now where not u.active
                        """).param("account", account).param("now", now()).update();
    }

    /** Notes that the directory opened the account. */
    void noteOpened(UUID account) {
        jdbc.sql("update identity.directory_user set opened = true where account_id = :account")
                .param("account", account)
                .update();
    }

    /** Whether the directory opened the account, for somebody who has not left since, and nobody ever came in. */
    boolean isUntouched(UUID account) {
        return jdbc.sql("""
                        select exists (select from identity.directory_user where account_id = :account and opened)
                           and not exists (select from identity.sign_in where account_id = :account)
                           and not exists (select from identity.session where account_id = :account)
                        """).param("account", account).query(Boolean.class).single();
    }

    void save(DirectoryUser user) {
        var profile = user.profile();
        jdbc.sql("""
                        update identity.directory_user
                        set user_name = :userName, external_id = :externalId, title = :title, department = :department,
                            active = :active, opened = opened and :active, modified_at = :now
                        where id = :id
                        """)
                .param("userName", profile.userName())
                .param("externalId", profile.externalId().orElse(null))
                .param("title", profile.title().orElse(null))
                .param("department", profile.department().orElse(null))
                .param("active", user.active())
                .param("now", now())
                .param("id", user.id())
                .update();
    }

    /** Renames a person; a name that FranceConnect proved stays. */
    void rename(DirectoryUser user) {
        jdbc.sql("""
                        update identity.account set first_name = :first, last_name = :last
                        where id = :account
                          and not exists (select from identity.civil_identity where account_id = :account)
                        """)
                .param("first", user.profile().firstName())
                .param("last", user.profile().lastName())
                .param("account", user.account())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from identity.directory_user where id = :id")
                .param("id", id)
                .update();
    }

    /** Hides a person who left, unless the directory speaks of them. */
    void hide(UUID account) {
        jdbc.sql("delete from identity.directory_user where account_id = :account and user_name is null")
                .param("account", account)
                .update();
    }

    private StatementSpec sought(String sql, Sought sought) {
        return jdbc.sql(sql)
                .param("userName", sought.userName())
                .param("externalId", sought.externalId())
                .param("email", sought.email())
                .param("active", sought.active())
                .param("since", sought.since())
                .param("inclusive", sought.inclusive());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
