package fr.parvis.partners.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings to what was pushed: gaps close, old events are erased. */
@Configuration(proxyBeanMethods = false)
class IntakeTasks {

    @Bean
    RecurringTask<Void> closeGaps(ObjectProvider<Gaps> gaps) {
        return Tasks.recurring("partners-gaps", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((task, context) -> gaps.getObject().close());
    }

    @Bean
    RecurringTask<Void> eraseOldEvents(ObjectProvider<Retention> retention) {
        return Tasks.recurring("partners-old-events", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> retention.getObject().eraseOld());
    }
}
