package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events that were taken, without what they say of anybody. */
@Repository
public class NewestEvents {

    private final JdbcClient jdbc;

    NewestEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that came.
     *
     * @param caseKey null for facts
     */
    public record Arrival(String at, String type, @Nullable String caseKey, long sequence, String state) {}

    /** The newest, newest first. */
    public List<Arrival> newest(UUID partner, int number) {
        return jdbc.sql("""
                        select received_at, type, case_key, sequence, state from partners.event
                        where partner = :partner order by received_at desc limit :number
                        """)
                .param("partner", partner)
                .param("number", number)
                .query(NewestEvents::arrival)
                .list();
    }

    /** Those that wait for one before them, oldest first. */
    public List<Arrival> waiting(UUID partner, int number) {
        return jdbc.sql("""
                        select received_at, type, case_key, sequence, state from partners.event
                        where partner = :partner and state = 'WAITING' order by case_key, sequence limit :number
                        """)
                .param("partner", partner)
                .param("number", number)
                .query(NewestEvents::arrival)
                .list();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        return new Arrival(
                French.dateTime(row.getObject(1, OffsetDateTime.class).toInstant()),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                words(row.getString(5)));
    }

    private static String words(String state) {
        return switch (state) {
            case "WAITING" -> "attend un événement manquant";
            case "LATE" -> "arrivé en retard";
            default -> "appliqué";
        };
    }
}
