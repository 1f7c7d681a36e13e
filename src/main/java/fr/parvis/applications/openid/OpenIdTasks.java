package fr.parvis.applications.openid;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work done in the background: telling of logouts, renewing keys, forgetting what is over. */
@Configuration(proxyBeanMethods = false)
class OpenIdTasks {

    private static final Duration KEY_LIFE = Duration.ofDays(90);

    @Bean
    Task<Void> tellLogout(LogoutDelivery delivery) {
        return Tasks.custom(LogoutNotices.TELL).onDeadExecutionRevive().execute((instance, context) -> {
            var next = delivery.attempt(UUID.fromString(instance.getId()));
            if (next.isEmpty()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (completed, operations) -> operations.reschedule(completed, next.get());
        });
    }

    @Bean
    Task<Void> renewSigningKeys(SigningKeyTable table, SigningKeys keys, Clock clock) {
        return Tasks.recurring("applications-signing-keys", Schedules.daily(French.PARIS, LocalTime.of(3, 40)))
                .execute((instance, context) -> {
                    if (table.newest().plus(KEY_LIFE).isBefore(clock.instant())) {
                        keys.renew();
                    }
                });
    }

    @Bean
    Task<Void> forgetSignOns(SignOnTable signOns, Assertions assertions) {
        return Tasks.recurring("applications-expired", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    signOns.deleteExpired();
                    assertions.deleteExpired();
                });
    }
}
