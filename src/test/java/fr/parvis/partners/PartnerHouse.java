package fr.parvis.partners;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.LinkTable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Registers partners, as the town does, and links people to them. */
@TestComponent
public class PartnerHouse {

    private final Applications applications;
    private final Acquaintances acquaintances;
    private final Partners partners;
    private final LinkTable links;
    private final Clock clock;

    PartnerHouse(
            Applications applications, Acquaintances acquaintances, Partners partners, LinkTable links, Clock clock) {
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.partners = partners;
        this.links = links;
        this.clock = clock;
    }

    public PartnerProgram register(String name, int port) {
        var id = UUID.randomUUID();
        var application = new Application(
                UUID.randomUUID(),
                "app-" + id,
                name,
                "Suivre ce qui s’y passe.",
                "support@partenaire.example",
                Protocol.API,
                List.of(),
                List.of(),
                null,
                Set.of(),
                null,
                Algorithm.RS256,
                false,
                false);
        applications.save(application);
        var partner = new Partner(
                id,
                "p" + id.toString().substring(0, 8),
                name,
                application.id(),
                "https://" + id + ".example",
                URI.create("https://" + id + ".example/espace"),
                "etat-civil",
                "support@partenaire.example",
                false,
                null);
        partners.save(partner);
        var secret = applications.renewSecret(application.id());
        return new PartnerProgram(
                partner,
                application.clientId(),
                secret,
                partners.signingKeys(id).getFirst(),
                port,
                clock);
    }

    /** Links a person, and gives the name under which the partner knows them. */
    public String link(PartnerProgram program, UUID account, String member) {
        acquaintances.agree(program.partner.application(), account, Set.of());
        var sub = acquaintances
                .find(program.partner.application(), account)
                .orElseThrow()
                .sub();
        links.insert(new Link(
                UUID.randomUUID(), program.partner.id(), account, sub, member, "Moi", Proof.SIGN_ON, Instant.EPOCH));
        return sub;
    }
}
