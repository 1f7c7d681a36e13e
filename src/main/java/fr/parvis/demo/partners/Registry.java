package fr.parvis.demo.partners;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.demo.vendors.Connection;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers vendors, the same ones at every start, and gives them what they sign and prove themselves with. */
@Component
@Profile("demo")
public class Registry {

    private static final long APPLICATIONS = 0x0003L;
    private static final long PARTNERS = 0x0004L;

    private final Applications applications;
    private final Partners partners;
    private final Linkings linkings;
    private final Settings settings;

    Registry(Applications applications, Partners partners, Linkings linkings, Settings settings) {
        this.applications = applications;
        this.partners = partners;
        this.linkings = linkings;
        this.settings = settings;
    }

    /**
     * What there is to say of a vendor.
     *
     * @param number makes its ids
     * @param slug its name in addresses, and as a client
     * @param unit of the town that residents may ask
     * @param ear path of its site under which it is told what happens in the town
     */
    public record Entry(int number, String slug, String name, String unit, int port, String ear) {

        /** Where it answers, and the source of its events. */
        public URI site() {
            return URI.create("http://localhost:" + port);
        }
    }

    /** The port of a vendor's program, so many further than the town's. */
    public int port(int further) {
        return settings.port() + further;
    }

    /** Registers the program that calls us; one that signs people in too was registered by other means. */
    public void registerProgram(Entry entry) {
        applications.save(new Application(
                application(entry),
                entry.slug(),
                entry.name(),
                "Suivre ce qui s’y passe.",
                "support@" + entry.slug() + ".example",
                Protocol.API,
                List.of(),
                List.of(),
                null,
                Set.of(),
                null,
                Algorithm.RS256,
                false,
                false));
    }

    /** Registers the vendor, whose program is registered already. */
    public Partner registerPartner(Entry entry) {
        var partner = new Partner(
                new UUID(0, PARTNERS << 48 | entry.number()),
                entry.slug(),
                entry.name(),
                application(entry),
                entry.site().toString(),
                entry.site(),
                entry.unit(),
                "support@" + entry.slug() + ".example",
                false,
                entry.site().resolve(entry.ear()));
        partners.save(partner);
        return partner;
    }

    /** Lets residents link themselves, and says what is shared. */
    public void offerLinking(Linking linking) {
        linkings.save(linking);
    }

    /** What the vendor is handed; its secret is a new one at every start. */
    public Connection connection(Entry entry, Partner partner) {
        return new Connection(
                URI.create(settings.url("/")),
                entry.slug(),
                applications.renewSecret(partner.application()),
                partners.signingKeys(partner.id()).getFirst(),
                partner.source());
    }

    private static UUID application(Entry entry) {
        return new UUID(0, APPLICATIONS << 48 | entry.number());
    }
}
