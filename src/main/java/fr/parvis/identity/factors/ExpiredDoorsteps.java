package fr.parvis.identity.factors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets those who never showed their second factor. */
@Configuration(proxyBeanMethods = false)
class ExpiredDoorsteps {

    @Bean
    RecurringTask<Void> forgetExpiredDoorsteps(Doorsteps doorsteps) {
        return Tasks.recurring("identity-expired-doorsteps", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> doorsteps.deleteExpired());
    }
}
