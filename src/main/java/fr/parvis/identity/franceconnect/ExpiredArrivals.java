package fr.parvis.identity.franceconnect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets people who came through FranceConnect and never said whether an account was theirs. */
@Configuration(proxyBeanMethods = false)
class ExpiredArrivals {

    @Bean
    RecurringTask<Void> forgetExpiredArrivals(Arrivals arrivals) {
        return Tasks.recurring("identity-expired-arrivals", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> arrivals.deleteExpired());
    }
}
