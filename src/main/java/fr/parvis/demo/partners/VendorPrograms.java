package fr.parvis.demo.partners;

import fr.parvis.applications.Digests;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.identity.Accounts;
import fr.parvis.partners.Partner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final FirstLinks links;
    private final RandomGenerator random;

    VendorPrograms(
            Registry registry, VendorDatabases databases, Accounts accounts, FirstLinks links, RandomGenerator random) {
        this.registry = registry;
        this.databases = databases;
        this.accounts = accounts;
        this.links = links;
        this.random = random;
        Vendor.ALL.forEach(vendor -> vendors.put(vendor, registry.register(vendor)));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        vendors.forEach((vendor, partner) -> {
            Map<String, String> settings = new HashMap<>(registry.settings(vendor, partner));
            settings.putAll(databases.settings(vendor.slug(), Digests.newSecret(random)));
            accounts.findByEmail(RESIDENT)
                    .ifPresent(found -> settings.putAll(links.settings(vendor, partner, found.account())));
            running.add(ChildProgram.start(vendor.program(), settings));
        });
    }

    @Override
    public void close() {
        running.forEach(ChildProgram::close);
    }
}
