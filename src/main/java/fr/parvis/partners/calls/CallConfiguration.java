package fr.parvis.partners.calls;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where calls are noted, and for how long. */
@Configuration(proxyBeanMethods = false)
class CallConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<PartnerCalls> calls;
    private final Clock clock;

    CallConfiguration(ObjectProvider<PartnerCalls> calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CallLog(calls.getObject(), clock)).addPathPatterns("/api/v1/**");
    }

    @Bean
    static RecurringTask<Void> eraseOldCalls(ObjectProvider<PartnerCalls> calls, ObjectProvider<Refusals> refusals) {
        return Tasks.recurring("partners-old-calls", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> {
                    calls.getObject().eraseOld();
                    refusals.getObject().eraseOldDisclosures();
                });
    }
}
