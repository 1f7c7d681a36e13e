package fr.parvis.demo.franceconnect;

import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town and registers the town there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoFranceConnect {

    @Bean(destroyMethod = "close")
    FranceConnectSimulator franceConnectSimulator() throws IOException {
        return FranceConnectSimulator.start(0);
    }

    @Bean
    FranceConnectRegistration franceConnectRegistration(FranceConnectSimulator simulator) {
        return () -> new Settings.FranceConnect(
                URI.create(simulator.issuer()), FranceConnectSimulator.CLIENT_ID, FranceConnectSimulator.CLIENT_SECRET);
    }
}
