package fr.parvis.partners.desk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Partners are looked after every quarter of an hour. */
@Configuration(proxyBeanMethods = false)
class AlertTasks {

    @Bean
    RecurringTask<Void> partnerAlerts(ObjectProvider<Alerts> alerts) {
        return Tasks.recurring("partners-alerts", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((task, context) -> alerts.getObject().look());
    }
}
