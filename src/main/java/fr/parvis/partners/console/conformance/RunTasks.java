package fr.parvis.partners.console.conformance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Old runs are forgotten. */
@Configuration(proxyBeanMethods = false)
class RunTasks {

    @Bean
    RecurringTask<Void> eraseOldRuns(ObjectProvider<RunTable> runs) {
        return Tasks.recurring("partners-old-runs", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> runs.getObject().eraseOld());
    }
}
