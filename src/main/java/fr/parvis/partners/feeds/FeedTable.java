package fr.parvis.partners.feeds;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mappings as rows. */
@Repository
class FeedTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> mapping(UUID partner) {
        return jdbc.sql("select mapping from partners.feed where partner = :partner")
                .param("partner", partner)
                .query(String.class)
                .optional();
    }

    void save(UUID partner, String mapping) {
        jdbc.sql("""
            insert into partners.feed (partner, mapping, changed_at) values (:partner, :mapping, :now)
            on conflict (partner) do update set mapping = excluded.mapping, changed_at = excluded.changed_at
            """)
                .param("partner", partner)
                .param("mapping", mapping)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
