package fr.parvis.partners.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appointments that partners told of, as rows: one for each case, the newest. */
@Repository
class Bookings {

    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;

    Bookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps them in place of those before; one without a label is removed. */
    void save(UUID partner, List<Booked> told) {
        var made = told.stream().filter(one -> one.label() != null).toList();
        var ended = told.stream().filter(one -> one.label() == null).map(Booked::key);
        if (!made.isEmpty()) {
            insert(partner, made);
        }
        if (made.size() < told.size()) {
            jdbc.sql("delete from partners.booking where partner = :partner and key = any(:keys)")
                    .param("partner", partner)
                    .param("keys", ended.toArray(String[]::new))
                    .update();
        }
    }

    private void insert(UUID partner, List<Booked> made) {
        jdbc.sql("""
                        insert into partners.booking (partner, key, reference, account, label, starts_at, ends_at, place,
                            changed_at)
                        select :partner, key, reference, account, label, starts_at, ends_at, place, changed_at
                        from json_to_recordset(:rows::json) as r(key text, reference text, account uuid, label text,
                            starts_at timestamptz, ends_at timestamptz, place text, changed_at timestamptz)
                        on conflict (partner, key) do update set label = excluded.label, starts_at = excluded.starts_at,
                            ends_at = excluded.ends_at, place = excluded.place, changed_at = excluded.changed_at
                        """)
                .param("partner", partner)
                .param("rows", ROWS.writeValueAsString(made))
                .update();
    }
}
