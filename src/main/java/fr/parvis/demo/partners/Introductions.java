package fr.parvis.demo.partners;

import fr.parvis.applications.Acquaintances;
import fr.parvis.identity.Accounts;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.LinkTable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links the first resident of the demo with every vendor, once the town is filled; then the vendors may begin to tell. */
@Component
@Profile("demo")
@Order
class Introductions implements ApplicationRunner {

    private static final String RESIDENT = "resident@parvis.example";

    private final Accounts accounts;
    private final Acquaintances acquaintances;
    private final LinkTable links;
    private final List<Vendor> vendors;
    private final Clock clock;

    Introductions(Accounts accounts, Acquaintances acquaintances, LinkTable links, List<Vendor> vendors, Clock clock) {
        this.accounts = accounts;
        this.acquaintances = acquaintances;
        this.links = links;
        this.vendors = vendors;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var resident = accounts.findByEmail(RESIDENT);
        for (var vendor : vendors) {
            resident.ifPresent(account -> link(vendor, account.account()));
            vendor.program().connect();
        }
    }

    private void link(Vendor vendor, UUID account) {
        var application = vendor.partner().application();
        if (acquaintances.find(application, account).isEmpty()) {
            acquaintances.agree(application, account, Set.of());
        }
        var sub = acquaintances.find(application, account).orElseThrow().sub();
        boolean isNew = links.insert(new Link(
                UUID.randomUUID(),
                vendor.partner().id(),
                account,
                sub,
                vendor.member(),
                "Zoé",
                vendor.proof(),
                clock.instant()));
        if (isNew) {
            vendor.program().introduce(sub, vendor.member());
        }
    }
}
