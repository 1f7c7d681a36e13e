package fr.parvis.demo.proconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.identity.ProConnectRegistration;
import fr.parvis.kernel.Settings;
import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town, on its port plus eleven, and registers the town there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoProConnect {

    private static final int AFTER_THE_TOWN = 11;

    @Bean(destroyMethod = "close")
    ChildProgram proConnectSimulator(Settings settings) {
        return ChildProgram.start(ProConnectSimulator.class, Map.of(), String.valueOf(port(settings)));
    }

    @Bean
    ProConnectRegistration proConnectRegistration(Settings settings) {
        var issuer = URI.create(ProviderSimulator.issuer(port(settings)));
        return () -> ProConnectSimulator.registration(issuer);
    }

    private static int port(Settings settings) {
        return settings.port() + AFTER_THE_TOWN;
    }
}
