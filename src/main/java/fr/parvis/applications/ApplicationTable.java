package fr.parvis.applications;

import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications as rows, and the hashes of their secrets. */
@Repository
class ApplicationTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Application> find(UUID id) {
        return jdbc.sql("select * from applications.application where id = :id")
                .param("id", id)
                .query(ApplicationTable::application)
                .optional();
    }

    Optional<Application> byClientId(String clientId) {
        return jdbc.sql("select * from applications.application where client_id = :clientId")
                .param("clientId", clientId)
                .query(ApplicationTable::application)
                .optional();
    }

    Optional<Application> bySecret(String clientId, byte[] hash) {
        return jdbc.sql("""
                        select a.* from applications.application a join applications.secret s on s.application = a.id
                        where a.client_id = :clientId and s.hash = :hash
                          and (s.expires_at is null or s.expires_at > :now)
                        """)
                .param("clientId", clientId)
                .param("hash", hash)
                .param("now", now())
                .query(ApplicationTable::application)
                .optional();
    }

    List<Application> all() {
        return jdbc.sql("""
                        select * from applications.application where stands_in_for is null order by name, created_at
                        """).query(ApplicationTable::application).list();
    }

    List<Application> speaking(Protocol protocol) {
        return jdbc.sql("select * from applications.application where protocol = :protocol order by name, created_at")
                .param("protocol", protocol.name())
                .query(ApplicationTable::application)
                .list();
    }

    void save(Application application) {
        jdbc.sql("""
                        insert into applications.application (id, client_id, name, purpose, contact, protocol, addresses,
                            logout_addresses, back_channel, claims, key_set, algorithm, offline, suspended, created_at)
                        values (:id, :clientId, :name, :purpose, :contact, :protocol, :addresses, :logoutAddresses,
                            :backChannel, :claims, :keySet, :algorithm, :offline, :suspended, :now)
                        on conflict (id) do update set name = excluded.name, purpose = excluded.purpose,
                            contact = excluded.contact, addresses = excluded.addresses,
                            logout_addresses = excluded.logout_addresses, back_channel = excluded.back_channel,
                            claims = excluded.claims, key_set = excluded.key_set, algorithm = excluded.algorithm,
                            offline = excluded.offline, suspended = excluded.suspended
                        """)
                .param("id", application.id())
                .param("clientId", application.clientId())
                .param("name", application.name())
                .param("purpose", application.purpose())
                .param("contact", application.contact())
                .param("protocol", application.protocol().name())
                .param("addresses", application.addresses().toArray(String[]::new))
                .param("logoutAddresses", application.logoutAddresses().toArray(String[]::new))
                .param("backChannel", application.backChannel())
                .param("claims", Claim.write(application.claims()))
                .param("keySet", application.keySet())
                .param("algorithm", application.algorithm().name())
                .param("offline", application.offline())
                .param("suspended", application.suspended())
                .param("now", now())
                .update();
    }

    void suspend(UUID application, boolean suspended) {
        jdbc.sql("update applications.application set suspended = :suspended where id = :id")
                .param("suspended", suspended)
                .param("id", application)
                .update();
    }

    /** Adds a secret; those in use until now live on for a while. */
    void addSecret(UUID application, byte[] hash, Duration overlap) {
        jdbc.sql("""
                        update applications.secret set expires_at = least(expires_at, :end)
                        where application = :application
                        """)
                .param("application", application)
                .param("end", now().plus(overlap))
                .update();
        jdbc.sql("insert into applications.secret (hash, application, created_at) values (:hash, :application, :now)")
                .param("hash", hash)
                .param("application", application)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("contact"),
                Protocol.valueOf(row.getString("protocol")),
                List.of(strings(row.getArray("addresses"))),
                List.of(strings(row.getArray("logout_addresses"))),
                row.getString("back_channel"),
                Claim.read(strings(row.getArray("claims"))),
                row.getString("key_set"),
                Algorithm.valueOf(row.getString("algorithm")),
                row.getBoolean("offline"),
                row.getBoolean("suspended"));
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
