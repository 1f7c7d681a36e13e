package fr.parvis.demo.partners;

import fr.parvis.applications.Acquaintances;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.LinkTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Links the first resident of the demo with vendors as if she had asked; again at the next start where she undid all. */
@Component
@Profile("demo")
class FirstLinks {

    private final Partners partners;
    private final Acquaintances acquaintances;
    private final LinkTable links;
    private final Clock clock;

    FirstLinks(Partners partners, Acquaintances acquaintances, LinkTable links, Clock clock) {
        this.partners = partners;
        this.acquaintances = acquaintances;
        this.links = links;
        this.clock = clock;
    }

    /** What a vendor's program is set to: who she is there, as long as she is linked; she is, when nobody of hers is. */
    Map<String, String> settings(Vendor vendor, Partner partner, UUID account) {
        if (!partners.isInCharge(partner)) {
            return Map.of(); // whoever goes on with its cases knows her
        }
        var there = links.of(account).stream()
                .filter(link -> link.partner().equals(partner.id()))
                .toList();
        var own = vendor.sharing().member();
        var hers = there.isEmpty()
                ? Optional.of(link(vendor, partner, account))
                : there.stream()
                        .filter(link -> List.of(own, link.sub()).contains(link.member()))
                        .findFirst();
        return hers.map(link -> Map.of("FIRST_SUB", link.sub(), "FIRST_MEMBER", own))
                .orElse(Map.of());
    }

    /** Where people sign in with their account of the town, the account is all that the town links. */
    private Link link(Vendor vendor, Partner partner, UUID account) {
        acquaintances.agree(partner.application(), account, Set.of());
        var sub =
                acquaintances.find(partner.application(), account).orElseThrow().sub();
        var sharing = vendor.sharing();
        var member = sharing.proof() == Proof.SIGN_ON ? sub : sharing.member();
        var link = new Link(
                UUID.randomUUID(), partner.id(), account, sub, member, "Zoé", sharing.proof(), clock.instant());
        links.insert(link);
        return link;
    }
}
