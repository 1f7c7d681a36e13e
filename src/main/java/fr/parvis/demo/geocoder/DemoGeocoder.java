package fr.parvis.demo.geocoder;

import fr.parvis.addresses.GeocoderAddress;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the simulator with the demo town and points the town to it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGeocoder {

    @Bean(destroyMethod = "close")
    GeocoderSimulator geocoderSimulator() throws IOException {
        return GeocoderSimulator.start(0);
    }

    @Bean
    GeocoderAddress geocoderAddress(GeocoderSimulator simulator) {
        return simulator::uri;
    }
}
