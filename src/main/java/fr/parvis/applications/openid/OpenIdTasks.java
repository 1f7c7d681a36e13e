package fr.parvis.applications.openid;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ClientTokens;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what is over. */
@Configuration(proxyBeanMethods = false)
class OpenIdTasks {

    @Bean
    Task<Void> forgetSignOns(
            SignOnTable signOns, ClientTokens tokens, Assertions assertions, ApplicationJournal journal) {
        return Tasks.recurring("applications-expired", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    signOns.deleteExpired();
                    tokens.deleteExpired();
                    assertions.deleteExpired();
                    journal.deleteOld();
                });
    }
}
