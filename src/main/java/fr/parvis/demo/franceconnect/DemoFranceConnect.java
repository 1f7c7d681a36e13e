package fr.parvis.demo.franceconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.kernel.Settings;
import java.net.URI;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town, on its port plus ten, and registers the town there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoFranceConnect {

    private static final int AFTER_THE_TOWN = 10;

    @Bean(destroyMethod = "close")
    ChildProgram franceConnectSimulator(Settings settings) {
        return ChildProgram.start(FranceConnectSimulator.class, Map.of(), String.valueOf(port(settings)));
    }

    @Bean
    FranceConnectRegistration franceConnectRegistration(Settings settings) {
        var issuer = URI.create(ProviderSimulator.issuer(port(settings)));
        return () -> FranceConnectSimulator.registration(issuer);
    }

    private static int port(Settings settings) {
        return settings.port() + AFTER_THE_TOWN;
    }
}
