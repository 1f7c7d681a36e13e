package fr.parvis.partners.links;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets proofs that nobody finished. */
@Configuration(proxyBeanMethods = false)
class ExpiredProvings {

    @Bean
    RecurringTask<Void> forgetExpiredProvings(ObjectProvider<Provings> provings) {
        return Tasks.recurring("partners-expired-provings", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> provings.getObject().deleteExpired());
    }
}
