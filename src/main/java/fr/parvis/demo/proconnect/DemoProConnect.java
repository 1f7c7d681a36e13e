package fr.parvis.demo.proconnect;

import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.identity.ProConnectRegistration;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town, on its port plus eleven, and registers the town there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoProConnect {

    private static final int AFTER_THE_TOWN = 11;

    @Bean(destroyMethod = "close")
    ProviderSimulator proConnectSimulator(Settings settings) throws IOException {
        return ProConnectSimulator.start(settings.port() == 0 ? 0 : settings.port() + AFTER_THE_TOWN);
    }

    @Bean
    ProConnectRegistration proConnectRegistration(ProviderSimulator proConnectSimulator) {
        return () -> ProConnectSimulator.registration(URI.create(proConnectSimulator.issuer()));
    }
}
