package fr.parvis.demo.mediatheque;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.applications.Digests;
import fr.parvis.demo.partners.Registry;
import fr.parvis.demo.partners.Registry.Entry;
import fr.parvis.demo.partners.Vendor;
import fr.parvis.demo.partners.VendorServer;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the library beside the demo town, on its port plus twelve, and registers it as an administrator would. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMediatheque {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMediatheque.class);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0003-000000000001");
    private static final String CLIENT_ID = "mediatheque";
    private static final int PORTS_FURTHER = 12;

    @Bean(destroyMethod = "close")
    Mediatheque mediatheque(Settings settings, Applications applications, RandomGenerator random) throws IOException {
        var secret = Digests.newSecret(random);
        var library = Mediatheque.start(
                settings.port() == 0 ? 0 : settings.port() + PORTS_FURTHER,
                URI.create(settings.url("/.well-known/openid-configuration")),
                CLIENT_ID,
                secret,
                random);
        applications.save(registration(library.address()));
        applications.useSecret(ID, secret);
        LOG.info("A vendor’s application, the library: {}", library.address());
        return library;
    }

    @Bean(destroyMethod = "close")
    Vendor libraryCounter(Mediatheque mediatheque, Registry registry, VendorServer server, Clock clock) {
        var entry =
                new Entry(1, CLIENT_ID, "Médiathèque", "accueil", registry.port(PORTS_FURTHER), "/guichet/messages");
        var partner = registry.registerPartner(entry);
        registry.offerLinking(new Linking(
                partner.id(),
                Proof.SIGN_ON,
                "Vos prêts, vos réservations et ce que vous devez.",
                "Un numéro qui n’appartient qu’à ce service, rien d’autre.",
                null,
                null,
                entry.site().resolve("/connexion")));
        var database = server.database(Loans.TABLES);
        var connection = registry.connection(entry, partner);
        var outbox = new Outbox(database, connection, clock);
        var counter = new Loans(database, outbox, connection, clock);
        return new Vendor(partner, Loans.MEMBER, Proof.SIGN_ON, mediatheque.openCounter(counter, outbox));
    }

    private static Application registration(URI address) {
        return new Application(
                ID,
                CLIENT_ID,
                "Médiathèque",
                "Emprunter, réserver et prolonger des livres, et recevoir les rappels.",
                "support@mediatheque.example",
                Protocol.OPENID,
                List.of(address.resolve("/retour").toString()),
                List.of(address.resolve("/").toString()),
                address.resolve("/fermeture").toString(),
                EnumSet.of(Claim.GIVEN_NAME, Claim.EMAIL),
                null,
                Algorithm.RS256,
                false,
                false);
    }
}
