package fr.parvis.partners.feeds.mailbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.kernel.Settings;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the mailbox every other minute, when the town has one. */
@Configuration(proxyBeanMethods = false)
class MailboxTasks {

    @Bean
    RecurringTask<Void> readMailbox(ObjectProvider<MailboxReading> reading, Settings settings) {
        return Tasks.recurring("partners-mailbox", FixedDelay.of(Duration.ofMinutes(2)))
                .execute((task, context) -> {
                    var box = settings.imap();
                    if (box != null) {
                        reading.getObject().read(box);
                    }
                });
    }
}
