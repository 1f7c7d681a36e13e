package fr.parvis.applications.desk;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.identity.AccountClosed;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Registrations that are not finished, one for each administrator, as rows. */
@Repository
class RegistrationTable {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    RegistrationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    static Task<Void> forgetRegistrations(RegistrationTable registrations) {
        return Tasks.recurring("applications-registrations", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> registrations.deleteOld());
    }

    /** What this administrator has begun; empty when nothing. */
    Registration of(UUID account) {
        return jdbc.sql("select answers from applications.registration where account = :account")
                .param("account", account)
                .query(String.class)
                .optional()
                .map(answers -> JSON.readValue(answers, Registration.class))
                .orElse(Registration.EMPTY);
    }

    void save(UUID account, Registration registration) {
        jdbc.sql("""
                        insert into applications.registration (account, answers, saved_at)
                        values (:account, :answers::jsonb, :now)
                        on conflict (account) do update set answers = excluded.answers, saved_at = excluded.saved_at
                        """)
                .param("account", account)
                .param("answers", JSON.writeValueAsString(registration))
                .param("now", now())
                .update();
    }

    void delete(UUID account) {
        jdbc.sql("delete from applications.registration where account = :account")
                .param("account", account)
                .update();
    }

    @EventListener
    void hear(AccountClosed closed) {
        delete(closed.account());
    }

    int deleteOld() {
        return jdbc.sql("delete from applications.registration where saved_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
