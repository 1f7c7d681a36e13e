package fr.parvis.demo.partners;

import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.courrier.Courrier;
import fr.parvis.demo.partners.Registry.Entry;
import fr.parvis.demo.stationnement.Stationnement;
import fr.parvis.demo.vendors.Connection;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.procedures.loading.ProcedureFolder;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Starts the vendors that are no sites of residents, on ports thirteen to fifteen further than the town's, and brings the
 * procedure that one of them goes on with.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoVendors {

    private static final Logger LOG = LoggerFactory.getLogger(DemoVendors.class);

    private final Registry registry;
    private final VendorServer server;
    private final Clock clock;

    DemoVendors(Registry registry, VendorServer server, Clock clock) {
        this.registry = registry;
        this.server = server;
        this.clock = clock;
    }

    /** How a house is built on its database, its outbox and what the town handed over. */
    private interface Plan {
        House build(VendorDatabase database, Outbox outbox, Connection connection);
    }

    @Bean(destroyMethod = "close")
    Vendor conservatoire() throws IOException {
        var entry = new Entry(2, "conservatoire", "Conservatoire", "famille", registry.port(13), null);
        return open(
                entry,
                Conservatoire.MEMBER,
                Conservatoire.TABLES,
                (database, outbox, connection) -> new Conservatoire(database, outbox, clock));
    }

    @Bean(destroyMethod = "close")
    Vendor stationnement() throws IOException {
        var entry = new Entry(3, "stationnement", "Stationnement", "stationnement", registry.port(14), null);
        return open(
                entry,
                Stationnement.MEMBER,
                Stationnement.TABLES,
                (database, outbox, connection) -> new Stationnement(database, outbox, clock));
    }

    @Bean(destroyMethod = "close")
    Vendor courrier() throws IOException {
        var entry = new Entry(4, "mairie-courrier", "Mairie-courrier", "accueil", registry.port(15), "/messages");
        return open(
                entry,
                Courrier.MEMBER,
                Courrier.TABLES,
                (database, outbox, connection) -> new Courrier(database, outbox, connection, clock));
    }

    @Bean
    static ProcedureFolder demoProcedures() {
        return new ProcedureFolder("classpath*:/fr/parvis/demo/procedures/*.yaml");
    }

    private Vendor open(Entry entry, String member, String tables, Plan plan) throws IOException {
        registry.registerProgram(entry);
        var partner = registry.registerPartner(entry);
        var connection = registry.connection(entry, partner);
        var database = server.database(tables);
        var outbox = new Outbox(database, connection, clock);
        LOG.info("A vendor’s program, {}: {}", entry.name(), entry.site());
        return new Vendor(
                partner, member, VendorProgram.start(entry.port(), plan.build(database, outbox, connection), outbox));
    }
}
