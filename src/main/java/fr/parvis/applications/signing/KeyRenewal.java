package fr.parvis.applications.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replaces the keys every three months. */
@Configuration(proxyBeanMethods = false)
class KeyRenewal {

    private static final Duration KEY_LIFE = Duration.ofDays(90);

    @Bean
    Task<Void> renewSigningKeys(SigningKeyTable table, SigningKeys keys, Clock clock) {
        return Tasks.recurring("applications-signing-keys", Schedules.daily(French.PARIS, LocalTime.of(3, 40)))
                .execute((instance, context) -> {
                    if (table.newest().plus(KEY_LIFE).isBefore(clock.instant())) {
                        keys.renew();
                    }
                });
    }
}
