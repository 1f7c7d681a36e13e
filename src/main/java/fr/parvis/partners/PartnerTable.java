package fr.parvis.partners;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partners as rows. */
@Repository
class PartnerTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a partner signs with, sealed; the former key while it still counts. */
    @SuppressWarnings("ArrayRecordComponent") // opened, never compared
    record SealedKeys(byte[] current, byte @Nullable [] former) {}

    Optional<Partner> find(UUID id) {
        return jdbc.sql("select * from partners.partner where id = :id")
                .param("id", id)
                .query(PartnerTable::partner)
                .optional();
    }

    Optional<Partner> bySlug(String slug) {
        return jdbc.sql("select * from partners.partner where slug = :slug")
                .param("slug", slug)
                .query(PartnerTable::partner)
                .optional();
    }

    Optional<Partner> inCharge(String slug) {
        return jdbc.sql("""
                        with recursive chain as (
                            select * from partners.partner where slug = :slug
                            union select p.* from partners.partner p join chain c on p.id = c.replaced_by)
                        select * from chain where replaced_by is null
                        """).param("slug", slug).query(PartnerTable::partner).optional();
    }

    /** Keeps it from being replaced until the transaction ends; false when it is replaced already. */
    boolean keepInCharge(UUID id) {
        return jdbc.sql("select id from partners.partner where id = :id and replaced_by is null for share")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Keeps others out who hold it too, until the transaction ends. */
    void hold(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('partner ' || :partner, 0))")
                .param("partner", id.toString())
                .query((row, number) -> true)
                .single();
    }

    /** It and all that were replaced by it, or by one that was. */
    List<UUID> withFormers(UUID id) {
        return jdbc.sql("""
                        with recursive chain as (
                            select id from partners.partner where id = :id
                            union select p.id from partners.partner p join chain c on p.replaced_by = c.id)
                        select id from chain
                        """)
                .param("id", id)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<Partner> byApplication(UUID application) {
        return jdbc.sql("select * from partners.partner where application = :application")
                .param("application", application)
                .query(PartnerTable::partner)
                .optional();
    }

    List<Partner> all() {
        return jdbc.sql("select * from partners.partner order by name, created_at")
                .query(PartnerTable::partner)
                .list();
    }

    void save(Partner partner, byte[] firstKey) {
        jdbc.sql("""
                        insert into partners.partner (id, slug, name, application, source, site, unit, contact,
                            signing_key, suspended, webhook, created_at)
                        values (:id, :slug, :name, :application, :source, :site, :unit, :contact,
                            :key, :suspended, :webhook, :now)
                        on conflict (id) do update set name = excluded.name, source = excluded.source,
                            site = excluded.site, unit = excluded.unit, contact = excluded.contact,
                            suspended = excluded.suspended, webhook = excluded.webhook
                        """)
                .param("id", partner.id())
                .param("slug", partner.slug())
                .param("name", partner.name())
                .param("application", partner.application())
                .param("source", partner.source())
                .param("site", partner.site().toString())
                .param("unit", partner.unit())
                .param("contact", partner.contact())
                .param("key", firstKey)
                .param("suspended", partner.suspended())
                .param(
                        "webhook",
                        partner.webhook() == null ? null : partner.webhook().toString())
                .param("now", now())
                .update();
    }

    SealedKeys keys(UUID id) {
        return jdbc.sql("""
                        select signing_key, case when former_key_until > :now then former_key end
                        from partners.partner where id = :id
                        """)
                .param("id", id)
                .param("now", now())
                .query((row, number) -> new SealedKeys(row.getBytes(1), row.getBytes(2)))
                .single();
    }

    void renewKey(UUID id, byte[] key, Duration overlap) {
        jdbc.sql("""
                        update partners.partner set former_key = signing_key, former_key_until = :until,
                            signing_key = :key
                        where id = :id
                        """)
                .param("id", id)
                .param("key", key)
                .param("until", now().plus(overlap))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        var webhook = row.getString("webhook");
        return new Partner(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getObject("application", UUID.class),
                row.getString("source"),
                URI.create(row.getString("site")),
                row.getString("unit"),
                row.getString("contact"),
                row.getBoolean("suspended"),
                webhook == null ? null : URI.create(webhook));
    }
}
