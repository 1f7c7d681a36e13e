package fr.parvis.demo.franceconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town, on its port plus ten, and registers the town there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoFranceConnect {

    private static final int AFTER_THE_TOWN = 10;

    @Bean(destroyMethod = "close")
    ProviderSimulator franceConnectSimulator(Settings settings) throws IOException {
        return FranceConnectSimulator.start(settings.port() == 0 ? 0 : settings.port() + AFTER_THE_TOWN);
    }

    @Bean
    FranceConnectRegistration franceConnectRegistration(ProviderSimulator franceConnectSimulator) {
        return () -> FranceConnectSimulator.registration(URI.create(franceConnectSimulator.issuer()));
    }
}
