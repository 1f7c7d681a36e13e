package fr.parvis.partners;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which partners the town asked to say where all their cases stand. */
@Service
public class Resyncs {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Resyncs(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Asks now; the partner reads it with the list of its cases. */
    @Transactional
    public void ask(UUID partner) {
        jdbc.sql("""
                        insert into partners.resync (partner, asked_at) values (:partner, :now)
                        on conflict (partner) do update set asked_at = excluded.asked_at
                        """)
                .param("partner", partner)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new ResyncAsked(partner));
    }

    /** When this partner was last asked. */
    public Optional<Instant> asked(UUID partner) {
        return jdbc.sql("select asked_at from partners.resync where partner = :partner")
                .param("partner", partner)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
