package fr.parvis.partners.feeds.files;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads files in the background, an instance per file; erases old ones. */
@Configuration(proxyBeanMethods = false)
class FileTasks {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    Task<Void> readFile(ObjectProvider<FileReading> reading, Clock clock) {
        return Tasks.custom(FeedFiles.READ).onDeadExecutionRevive().execute((instance, context) -> {
            if (reading.getObject().read(UUID.fromString(instance.getId()))) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return (completed, operations) ->
                    operations.reschedule(completed, clock.now().plus(PAUSE));
        });
    }

    @Bean
    RecurringTask<Void> eraseOldFiles(ObjectProvider<FeedFileTable> files) {
        return Tasks.recurring("partners-old-files", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> files.getObject().eraseOld());
    }
}
