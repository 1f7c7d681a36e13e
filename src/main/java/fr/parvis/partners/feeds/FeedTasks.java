package fr.parvis.partners.feeds;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records that partners no longer show are forgotten in the end. */
@Configuration(proxyBeanMethods = false)
class FeedTasks {

    @Bean
    RecurringTask<Void> forgetOldRecords(ObjectProvider<SeenTable> seen) {
        return Tasks.recurring("partners-old-records", FixedDelay.of(Duration.ofDays(1)))
                .execute((task, context) -> seen.getObject().eraseOld());
    }
}
