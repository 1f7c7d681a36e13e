package fr.parvis.demo.partners;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Digests;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.identity.Accounts;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.LinkTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Once the town is filled, links its first resident with every vendor and starts their programs, which begin to tell. */
@Component
@Profile("demo")
@Order
class VendorPrograms implements ApplicationRunner, AutoCloseable {

    private static final String RESIDENT = "resident@parvis.example";

    private final Map<Vendor, Partner> vendors = new LinkedHashMap<>();
    private final List<ChildProgram> running = new ArrayList<>();
    private final Registry registry;
    private final VendorDatabases databases;
    private final Accounts accounts;
    private final Acquaintances acquaintances;
    private final LinkTable links;
    private final RandomGenerator random;
    private final Clock clock;

    VendorPrograms(
            Registry registry,
            VendorDatabases databases,
            Accounts accounts,
            Acquaintances acquaintances,
            LinkTable links,
            RandomGenerator random,
            Clock clock) {
        this.registry = registry;
        this.databases = databases;
        this.accounts = accounts;
        this.acquaintances = acquaintances;
        this.links = links;
        this.random = random;
        this.clock = clock;
        Vendor.ALL.forEach(vendor -> vendors.put(vendor, registry.register(vendor)));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        vendors.forEach((vendor, partner) -> {
            Map<String, String> settings = new HashMap<>(registry.settings(vendor, partner));
            settings.putAll(databases.settings(vendor.slug(), Digests.newSecret(random)));
            accounts.findByEmail(RESIDENT).ifPresent(found -> settings.putAll(link(vendor, partner, found.account())));
            running.add(ChildProgram.start(vendor.program(), settings));
        });
    }

    @Override
    public void close() {
        running.forEach(ChildProgram::close);
    }

    /** Links her as if she had asked; what the vendor then knows of it, unless it was told at an earlier start. */
    private Map<String, String> link(Vendor vendor, Partner partner, UUID account) {
        var application = partner.application();
        if (acquaintances.find(application, account).isEmpty()) {
            acquaintances.agree(application, account, Set.of());
        }
        var sub = acquaintances.find(application, account).orElseThrow().sub();
        var sharing = vendor.sharing();
        boolean isNew = links.insert(new Link(
                UUID.randomUUID(),
                partner.id(),
                account,
                sub,
                sharing.member(),
                "Zoé",
                sharing.proof(),
                clock.instant()));
        return isNew ? Map.of("FIRST_SUB", sub, "FIRST_MEMBER", sharing.member()) : Map.of();
    }
}
