package fr.parvis.identity.civil;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, in time, what an administrator was asked and answered, and when accounts were linked. */
@Configuration(proxyBeanMethods = false)
class OldDuplicates {

    @Bean
    RecurringTask<Void> forgetOldDuplicates(Duplicates duplicates, Links links) {
        return Tasks.recurring("identity-old-duplicates", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    duplicates.deleteOld();
                    links.deleteOldEvents();
                });
    }
}
