package fr.parvis.identity.passkeys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what no device signed in time. */
@Configuration(proxyBeanMethods = false)
class ExpiredChallenges {

    @Bean
    RecurringTask<Void> forgetExpiredChallenges(Challenges challenges) {
        return Tasks.recurring("identity-expired-challenges", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> challenges.deleteExpired());
    }
}
