package fr.parvis.kernel;

import com.github.kagkarlsson.scheduler.SystemClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and chance, injected everywhere so that delays can be tested and references cannot be guessed. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(French.PARIS);
    }

    /**
     * Background tasks run in the time of the machine, which only goes forward: the scheduler would sleep for months
     * after a clock that tests, or the making of the demo town, have moved there and back.
     */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock() {
        return new SystemClock();
    }

    @Bean
    RandomGenerator randomGenerator() {
        return new SecureRandom();
    }
}
