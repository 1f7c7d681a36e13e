package fr.parvis.applications.logout;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells applications of logouts in the background; an instance per notice. */
@Configuration(proxyBeanMethods = false)
class LogoutTasks {

    @Bean
    Task<Void> tellLogout(LogoutDelivery delivery) {
        return Tasks.custom(LogoutNotices.TELL).onDeadExecutionRevive().execute((instance, context) -> {
            var next = delivery.attempt(UUID.fromString(instance.getId()));
            if (next.isEmpty()) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (completed, operations) -> operations.reschedule(completed, next.get());
        });
    }
}
