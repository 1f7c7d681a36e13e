package fr.parvis.demo.partners;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.courrier.Courrier;
import fr.parvis.demo.partners.Registry.Entry;
import fr.parvis.demo.stationnement.Stationnement;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorProgram;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the vendors that only push events, on ports thirteen to fifteen further than the town's. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoVendors {

    private static final Logger LOG = LoggerFactory.getLogger(DemoVendors.class);

    @Bean(destroyMethod = "close")
    Vendor conservatoire(Registry registry, VendorServer server, Clock clock) throws IOException {
        var entry = new Entry(2, "conservatoire", "Conservatoire", "famille", registry.port(13));
        registry.registerProgram(entry);
        var partner = registry.registerPartner(entry);
        var database = server.database("conservatoire", Conservatoire.TABLES);
        var outbox = new Outbox(database, registry.connection(entry, partner), clock);
        var program = start(entry, new Conservatoire(database, outbox, clock), outbox);
        return new Vendor(partner, Conservatoire.MEMBER, program);
    }

    @Bean(destroyMethod = "close")
    Vendor stationnement(Registry registry, VendorServer server, Clock clock) throws IOException {
        var entry = new Entry(3, "stationnement", "Stationnement", "stationnement", registry.port(14));
        registry.registerProgram(entry);
        var partner = registry.registerPartner(entry);
        var database = server.database("stationnement", Stationnement.TABLES);
        var outbox = new Outbox(database, registry.connection(entry, partner), clock);
        var program = start(entry, new Stationnement(database, outbox, clock), outbox);
        return new Vendor(partner, Stationnement.MEMBER, program);
    }

    @Bean(destroyMethod = "close")
    Vendor courrier(Registry registry, VendorServer server, Clock clock) throws IOException {
        var entry = new Entry(4, "mairie-courrier", "Mairie-courrier", "accueil", registry.port(15));
        registry.registerProgram(entry);
        var partner = registry.registerPartner(entry, "/messages");
        var connection = registry.connection(entry, partner);
        var database = server.database("courrier", Courrier.TABLES);
        var outbox = new Outbox(database, connection, clock);
        var program = start(entry, new Courrier(database, outbox, connection.key(), clock), outbox);
        return new Vendor(partner, Courrier.MEMBER, program);
    }

    private static VendorProgram start(Entry entry, House house, Outbox outbox) throws IOException {
        LOG.info("A vendor’s program, {}: {}", entry.name(), entry.site());
        return VendorProgram.start(entry.port(), house, outbox);
    }
}
