package fr.parvis.partners.intake;

import fr.parvis.partners.intake.Rebooking.Booked;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appointments that partners told of, as rows: of those of a case that have the same name, the newest. */
@Repository
class Bookings {

    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Name(String key, String name) {}

    /** Keeps what was made in place of those before, and removes what was given up. */
    void save(UUID partner, List<Rebooking> told) {
        deleteAll(
                partner,
                told.stream().filter(Rebooking::isAnew).map(Rebooking::key).toList());
        delete(
                partner,
                told.stream()
                        .flatMap(one -> one.cancelled().stream().map(name -> new Name(one.key(), name)))
                        .toList());
        insert(partner, told.stream().flatMap(one -> one.made().stream()).toList());
    }

    /** What others who follow these cases were told of appointments is this account's too, under its own references. */
    void share(UUID partner, UUID account, Collection<String> keys) {
        jdbc.sql("""
                        insert into partners.booking (partner, key, reference, account, name, label, starts_at, ends_at, place,
                            changed_at)
                        select b.partner, b.key, c.reference, c.owner, b.name, b.label, b.starts_at, b.ends_at, b.place,
                            b.changed_at
                        from partners.foreign_case c
                        join partners.booking b on b.partner = c.partner and b.key = c.key and b.account <> c.owner
                        where c.partner = :partner and c.key = any(:keys) and c.owner = :account
                        on conflict (partner, key, account, name) do nothing
                        """)
                .param("partner", partner)
                .param("keys", keys.toArray(String[]::new))
                .param("account", account)
                .update();
    }

    private void deleteAll(UUID partner, List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("delete from partners.booking where partner = :partner and key = any(:keys)")
                    .param("partner", partner)
                    .param("keys", keys.toArray(String[]::new))
                    .update();
        }
    }

    private void delete(UUID partner, List<Name> names) {
        if (!names.isEmpty()) {
            jdbc.sql("""
                            delete from partners.booking b using json_to_recordset(:rows::json) as r(key text, name text)
                            where b.partner = :partner and b.key = r.key and b.name = r.name
                            """)
                    .param("partner", partner)
                    .param("rows", ROWS.writeValueAsString(names))
                    .update();
        }
    }

    private void insert(UUID partner, List<Booked> made) {
        if (made.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into partners.booking (partner, key, reference, account, name, label, starts_at, ends_at, place,
                            changed_at)
                        select :partner, key, reference, account, name, label, starts_at, ends_at, place, changed_at
                        from json_to_recordset(:rows::json) as r(key text, reference text, account uuid, name text, label text,
                            starts_at timestamptz, ends_at timestamptz, place text, changed_at timestamptz)
                        on conflict (partner, key, account, name) do update set label = excluded.label,
                            starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place,
                            changed_at = excluded.changed_at
                        """)
                .param("partner", partner)
                .param("rows", ROWS.writeValueAsString(made))
                .update();
    }
}
