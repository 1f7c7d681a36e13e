package fr.parvis.identity.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys as rows. */
@Repository
class PasskeyTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is needed to check a signature of a key. */
    @SuppressWarnings("ArrayRecordComponent") // stored and read, never compared
    record Credential(byte[] id, byte[] attested, boolean backupEligible, boolean backedUp, long signCount) {}

    /** A key and whose it is. */
    record Owned(UUID account, Credential credential) {}

    /** Adds the key; false when it is somebody's already. */
    boolean insert(UUID account, String name, Credential credential) {
        return jdbc.sql("""
                        insert into identity.passkey (id, account_id, name, credential_id, credential, backup_eligible,
                                                      backed_up, sign_count, added_at)
                        values (:id, :account, :name, :credentialId, :credential, :eligible, :backedUp, :count, :now)
                        on conflict (credential_id) do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("account", account)
                        .param("name", name)
                        .param("credentialId", credential.id())
                        .param("credential", credential.attested())
                        .param("eligible", credential.backupEligible())
                        .param("backedUp", credential.backedUp())
                        .param("count", credential.signCount())
                        .param("now", now())
                        .update()
                == 1;
    }

    List<Passkey> of(UUID account) {
        return jdbc.sql("""
                        select id, name, backed_up, added_at, last_used_at from identity.passkey
                        where account_id = :account order by added_at
                        """)
                .param("account", account)
                .query((row, number) -> new Passkey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        instant(row, 5)))
                .list();
    }

    /** The names that devices know this person's keys by, so that none makes a second one. */
    List<byte[]> credentialIds(UUID account) {
        return jdbc.sql("select credential_id from identity.passkey where account_id = :account")
                .param("account", account)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    Optional<Owned> find(byte[] credentialId) {
        return jdbc.sql("""
                        select account_id, credential_id, credential, backup_eligible, backed_up, sign_count
                        from identity.passkey where credential_id = :id for update
                        """)
                .param("id", credentialId)
                .query((row, number) -> new Owned(
                        row.getObject(1, UUID.class),
                        new Credential(
                                row.getBytes(2),
                                row.getBytes(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                row.getLong(6))))
                .optional();
    }

    void used(byte[] credentialId, boolean backedUp, long signCount) {
        jdbc.sql("""
                        update identity.passkey set sign_count = :count, backed_up = :backedUp, last_used_at = :now
                        where credential_id = :id
                        """)
                .param("count", signCount)
                .param("backedUp", backedUp)
                .param("now", now())
                .param("id", credentialId)
                .update();
    }

    void rename(UUID account, UUID id, String name) {
        jdbc.sql("update identity.passkey set name = :name where account_id = :account and id = :id")
                .param("name", name)
                .param("account", account)
                .param("id", id)
                .update();
    }

    boolean delete(UUID account, UUID id) {
        return jdbc.sql("delete from identity.passkey where account_id = :account and id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
