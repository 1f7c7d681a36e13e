package fr.parvis.organisation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets who gave which right once nobody may ask any more. */
@Configuration(proxyBeanMethods = false)
class OldStaffEvents {

    @Bean
    RecurringTask<Void> forgetOldStaffEvents(StaffJournal journal) {
        return Tasks.recurring("organisation-old-staff-events", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> journal.deleteOld());
    }
}
