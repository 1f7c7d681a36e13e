package fr.parvis.demo.town;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock that lets the demo tell its past. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTownConfiguration {

    @Bean
    DemoClock clock() {
        return new DemoClock();
    }
}
