package fr.parvis.identity.proconnect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what no administrator answered in a month. */
@Configuration(proxyBeanMethods = false)
class OldLinkRequests {

    @Bean
    RecurringTask<Void> forgetOldLinkRequests(AgentLinks links) {
        return Tasks.recurring("identity-old-link-requests", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> links.deleteOldRequests());
    }
}
