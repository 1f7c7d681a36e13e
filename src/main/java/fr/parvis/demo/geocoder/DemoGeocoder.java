package fr.parvis.demo.geocoder;

import fr.parvis.addresses.GeocoderAddress;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.kernel.Settings;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town, on its port plus seventeen, and points the town to it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGeocoder {

    private static final int AFTER_THE_TOWN = 17;

    @Bean(destroyMethod = "close")
    ChildProgram geocoderSimulator(Settings settings) {
        return ChildProgram.start(GeocoderSimulator.class, Map.of(), String.valueOf(port(settings)));
    }

    @Bean
    GeocoderAddress geocoderAddress(Settings settings) {
        var address = GeocoderSimulator.uri(port(settings));
        return () -> address;
    }

    private static int port(Settings settings) {
        return settings.port() + AFTER_THE_TOWN;
    }
}
