package fr.parvis.demo.partners;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.partners.signing.Signature;
import java.net.URI;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers vendors, the same ones at every start, and says what the town hands to each. */
@Component
@Profile("demo")
class Registry {

    private static final long APPLICATIONS = 0x0003L;
    private static final long PARTNERS = 0x0004L;

    /** The first vendor answers on the town's port plus twelve. */
    private static final int BEFORE_THE_FIRST = 11;

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
     * The partner, as an administrator would have registered it with its program and its way of linking; suspended, or
     * replaced, it stays so.
     */
    Partner register(Vendor vendor) {
        applications.save(vendor.door() == null ? caller(vendor) : signInSite(vendor));
        var id = new UUID(0, PARTNERS << 48 | vendor.number());
        var partner = new Partner(
                id,
                vendor.slug(),
                vendor.name(),
                application(vendor),
                site(vendor, "").toString(),
                site(vendor, ""),
                vendor.unit(),
                contact(vendor),
                partners.find(id).map(Partner::suspended).orElse(false),
                site(vendor, vendor.ear()));
        partners.save(partner);
        linkings.save(linking(vendor, partner));
        return partner;
    }

    /** What the vendor's program is set to; its secret is a new one at every start. */
    Map<String, String> settings(Vendor vendor, Partner partner) {
        var key = partners.signingKeys(partner.id()).getFirst();
        return Map.of(
                "PORT", String.valueOf(port(vendor)),
                "TOWN_URL", settings.url("/"),
                "CLIENT_ID", vendor.slug(),
                "CLIENT_SECRET", applications.renewSecret(partner.application()),
                "SIGNING_KEY", Signature.KEY_PREFIX + Base64.getEncoder().encodeToString(key),
                "SOURCE", partner.source());
    }

    /** A program that calls us, and signs nobody in. */
    private static Application caller(Vendor vendor) {
        return new Application(
                application(vendor),
                vendor.slug(),
                vendor.name(),
                "Suivre ce qui s’y passe.",
                contact(vendor),
                Protocol.API,
                List.of(),
                List.of(),
                null,
                Set.of(),
                null,
                Algorithm.RS256,
                false,
                false);
    }

    /** A program that signs people in with the town's account, too. */
    private Application signInSite(Vendor vendor) {
        return new Application(
                application(vendor),
                vendor.slug(),
                vendor.name(),
                "Emprunter, réserver et prolonger des livres, et recevoir les rappels.",
                contact(vendor),
                Protocol.OPENID,
                List.of(site(vendor, "/retour").toString()),
                List.of(site(vendor, "/").toString()),
                site(vendor, "/fermeture").toString(),
                EnumSet.of(Claim.GIVEN_NAME, Claim.EMAIL),
                null,
                Algorithm.RS256,
                false,
                false);
    }

    private Linking linking(Vendor vendor, Partner partner) {
        var sharing = vendor.sharing();
        return new Linking(
                partner.id(),
                sharing.proof(),
                sharing.townLearns(),
                sharing.partnerLearns(),
                page(vendor, vendor.questions()),
                null,
                page(vendor, vendor.door()));
    }

    private @Nullable URI page(Vendor vendor, @Nullable String path) {
        return path == null ? null : site(vendor, path);
    }

    private URI site(Vendor vendor, String path) {
        return URI.create("http://localhost:" + port(vendor) + path);
    }

    private int port(Vendor vendor) {
        return settings.port() + BEFORE_THE_FIRST + vendor.number();
    }

    private static UUID application(Vendor vendor) {
        return new UUID(0, APPLICATIONS << 48 | vendor.number());
    }

    private static String contact(Vendor vendor) {
        return "support@" + vendor.slug() + ".example";
    }
}
