package fr.parvis.casefiles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.parvis.kernel.French;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the calendar does by itself, every night. The tasks reach their work through providers: the scheduler is made of
 * them, and what they do schedules e-mails.
 */
@Configuration(proxyBeanMethods = false)
class Deadlines {

    @Bean
    RecurringTask<Void> silentDecisions(ObjectProvider<Silence> silence) {
        return Tasks.recurring("silent-decisions", Schedules.daily(French.PARIS, LocalTime.of(0, 10)))
                .execute((task, context) -> silence.getObject().decide());
    }

    @Bean
    RecurringTask<Void> lapsedRequests(ObjectProvider<Lapses> lapses) {
        return Tasks.recurring("lapsed-requests", Schedules.daily(French.PARIS, LocalTime.of(0, 20)))
                .execute((task, context) -> lapses.getObject().resume());
    }

    @Bean
    RecurringTask<Void> paceCount(ObjectProvider<Pace> pace) {
        return Tasks.recurring("pace", Schedules.daily(French.PARIS, LocalTime.of(0, 40)))
                .execute((task, context) -> pace.getObject().compute());
    }

    @Bean
    RecurringTask<Void> oldDrafts(ObjectProvider<Lapses> lapses) {
        return Tasks.recurring("old-drafts", Schedules.daily(French.PARIS, LocalTime.of(1, 0)))
                .execute((task, context) -> lapses.getObject().eraseOldDrafts());
    }
}
