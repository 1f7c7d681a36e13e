package fr.parvis.partners.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time brings to deliveries: old ones are erased. */
@Configuration(proxyBeanMethods = false)
class WebhookTasks {

    @Bean
    RecurringTask<Void> eraseOldDeliveries(ObjectProvider<Webhooks> webhooks) {
        return Tasks.recurring("partners-old-deliveries", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> webhooks.getObject().eraseOld());
    }
}
