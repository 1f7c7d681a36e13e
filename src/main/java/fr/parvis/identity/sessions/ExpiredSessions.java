package fr.parvis.identity.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the devices that are no longer signed in. */
@Configuration(proxyBeanMethods = false)
class ExpiredSessions {

    @Bean
    RecurringTask<Void> forgetExpiredSessions(SessionTable sessions, SignInJournal journal) {
        return Tasks.recurring("identity-expired-sessions", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    sessions.deleteExpired();
                    journal.deleteOld();
                });
    }
}
