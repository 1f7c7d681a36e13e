package fr.parvis.applications.openid;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
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
    private static final int LAST_ATTEMPT = 8;

    /** Tried again after 1, 2, 4… minutes: an application that is being restarted learns of it too. */
    @Bean
    Task<Void> tellLogout(LogoutDelivery delivery) {
        return Tasks.custom(LogoutNotices.TELL)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1), 2))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var id = UUID.fromString(instance.getId());
                    if (delivery.attempt(id)) {
                        return new CompletionHandler.OnCompleteRemove<>();
                    }
                    if (context.getExecution().consecutiveFailures + 1 >= LAST_ATTEMPT) {
                        delivery.giveUp(id);
                        return new CompletionHandler.OnCompleteRemove<>();
                    }
                    throw new IllegalStateException("not told yet, to be tried again");
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
