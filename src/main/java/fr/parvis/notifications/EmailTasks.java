package fr.parvis.notifications;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.parvis.kernel.French;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work done in the background: sending, and erasing what was sent long ago. */
@Configuration(proxyBeanMethods = false)
class EmailTasks {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-email");

    /** One instance per message; after a crash in the middle of one, it is started again. */
    @Bean
    Task<Void> sendEmail(EmailDelivery delivery) {
        return Tasks.custom(SEND).onDeadExecutionRevive().execute((instance, context) -> {
            var attempt = delivery.attempt(UUID.fromString(instance.getId()));
            return switch (attempt) {
                case EmailDelivery.Attempt.Finished() -> new CompletionHandler.OnCompleteRemove<>();
                case EmailDelivery.Attempt.Failed(var next) ->
                    (completed, operations) -> operations.reschedule(completed, next);
            };
        });
    }

    @Bean
    Task<Void> eraseSentEmails(EmailQueue queue) {
        return Tasks.recurring("erase-sent-emails", Schedules.daily(French.PARIS, LocalTime.of(3, 10)))
                .execute((instance, context) -> queue.eraseOld());
    }
}
