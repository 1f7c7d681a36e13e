package fr.parvis.identity.scim.connection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old calls of the directory and tokens that work no more. */
@Configuration(proxyBeanMethods = false)
class OldCalls {

    @Bean
    RecurringTask<Void> forgetOldDirectoryCalls(Calls calls, DirectoryTokens tokens) {
        return Tasks.recurring("identity-old-directory-calls", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    calls.deleteOld();
                    tokens.deleteExpired();
                });
    }
}
