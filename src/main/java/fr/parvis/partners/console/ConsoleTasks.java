package fr.parvis.partners.console;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invitations that nobody answered are erased. */
@Configuration(proxyBeanMethods = false)
class ConsoleTasks {

    @Bean
    RecurringTask<Void> eraseUnansweredInvitations(ObjectProvider<Engineers> engineers) {
        return Tasks.recurring("partners-invitations", FixedDelay.of(Duration.ofHours(6)))
                .execute((task, context) -> engineers.getObject().eraseUnanswered());
    }
}
