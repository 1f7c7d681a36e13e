package fr.parvis.identity.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets codes that are too old and attempts of the day before. */
@Configuration(proxyBeanMethods = false)
class ExpiredProofs {

    @Bean
    RecurringTask<Void> forgetExpiredProofs(Proofs proofs, Throttle throttle) {
        return Tasks.recurring("identity-expired-proofs", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    proofs.deleteExpired();
                    throttle.deleteOld();
                });
    }
}
