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
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.procedures.loading.ProcedureFolder;
import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;
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
    private static final String EAR = "/messages";

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

    /** What is said of a link before it is made. */
    private record Sharing(Proof proof, String townLearns, String partnerLearns) {}

    @Bean(destroyMethod = "close")
    Vendor conservatoire() throws IOException {
        var sharing = new Sharing(
                Proof.CARD,
                "Les inscriptions, les rendez-vous, et ce qui est à payer.",
                "Le numéro de carte et la date de naissance que vous écrivez, et un numéro qui n’appartient qu’à lui.");
        return open(
                new Entry(2, "conservatoire", "Conservatoire", "famille", registry.port(13), EAR),
                sharing,
                Conservatoire.MEMBER,
                Conservatoire.TABLES,
                (database, outbox, connection) -> new Conservatoire(database, outbox, connection, clock));
    }

    @Bean(destroyMethod = "close")
    Vendor stationnement(RandomGenerator random) throws IOException {
        var sharing = new Sharing(
                Proof.CODE,
                "Les abonnements, leur solde, et ce qui est à payer.",
                "Le numéro d’usager que vous écrivez, et un numéro qui n’appartient qu’à lui.");
        return open(
                new Entry(3, "stationnement", "Parking Zola", "stationnement", registry.port(14), EAR),
                sharing,
                Stationnement.MEMBER,
                Stationnement.TABLES,
                (database, outbox, connection) -> new Stationnement(database, outbox, connection, clock, random));
    }

    @Bean(destroyMethod = "close")
    Vendor courrier() throws IOException {
        var sharing = new Sharing(
                Proof.SIGN_ON,
                "Les courriers que vous envoyez, et leurs réponses.",
                "Un numéro qui n’appartient qu’à lui, rien d’autre.");
        return open(
                new Entry(4, "mairie-courrier", "Mairie-courrier", "accueil", registry.port(15), EAR),
                sharing,
                Courrier.MEMBER,
                Courrier.TABLES,
                (database, outbox, connection) -> new Courrier(database, outbox, connection, clock));
    }

    @Bean
    static ProcedureFolder demoProcedures() {
        return new ProcedureFolder("classpath*:/fr/parvis/demo/procedures/*.yaml");
    }

    private Vendor open(Entry entry, Sharing sharing, String member, String tables, Plan plan) throws IOException {
        registry.registerProgram(entry);
        var partner = registry.registerPartner(entry);
        registry.offerLinking(linking(entry, partner, sharing));
        var connection = registry.connection(entry, partner);
        var database = server.database(tables);
        var outbox = new Outbox(database, connection, clock);
        LOG.info("A vendor’s program, {}: {}", entry.name(), entry.site());
        return new Vendor(
                partner,
                member,
                sharing.proof(),
                VendorProgram.start(entry.port(), plan.build(database, outbox, connection), outbox));
    }

    private static Linking linking(Entry entry, Partner partner, Sharing sharing) {
        return new Linking(
                partner.id(),
                sharing.proof(),
                sharing.townLearns(),
                sharing.partnerLearns(),
                sharing.proof() == Proof.SIGN_ON ? null : entry.site().resolve("/liaison"),
                null,
                null);
    }
}
