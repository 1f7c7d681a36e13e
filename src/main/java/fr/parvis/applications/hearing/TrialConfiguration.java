package fr.parvis.applications.hearing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.applications.Applications;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the listener at the endpoints, and forgets what it heard. */
@Configuration(proxyBeanMethods = false)
class TrialConfiguration {

    @Bean
    FilterRegistrationBean<TrialFilter> trialFilter(Trials trials, Speaker speaker, Clock clock) {
        var filter = new FilterRegistrationBean<>(new TrialFilter(trials, speaker, clock));
        filter.addUrlPatterns("/oauth2/*", "/userinfo", "/connect/*", "/cas/*");
        return filter;
    }

    @Bean
    Task<Void> forgetTrials(Trials trials, Applications applications) {
        return Tasks.recurring("applications-trials", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    trials.forgetOld();
                    applications.endOldStandIns();
                });
    }
}
