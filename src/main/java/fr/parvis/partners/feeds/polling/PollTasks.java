package fr.parvis.partners.feeds.polling;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads lists in the background, an instance per partner. */
@Configuration(proxyBeanMethods = false)
class PollTasks {

    @Bean
    Task<Void> readList(ObjectProvider<ListReading> reading, Clock clock) {
        return Tasks.custom(Polls.READ).onDeadExecutionRevive().execute((instance, context) -> {
            var wait = reading.getObject().read(UUID.fromString(instance.getId()));
            if (wait.isEmpty()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (completed, operations) ->
                    operations.reschedule(completed, clock.now().plus(wait.get()));
        });
    }
}
