package fr.parvis.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Applications;
import fr.parvis.demo.conservatoire.Conservatoire;
import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Sandbox;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.kernel.Secrets;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.LinkTable;
import fr.parvis.testing.ParvisTest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** kill -9 while a partner pushes: its client sends again what was not answered, and everything is there once. */
@ParvisTest
class PartnerCrashTests {

    private static final int CASES = 1_000;
    private static final int STEPS = 10;
    private static final UUID RESIDENT = UUID.randomUUID();
    private static final Map<String, String> PERSON = Map.of("member", Conservatoire.MEMBER);

    @TempDir
    Path data;

    @Autowired
    private DataSource vendors;

    @Test
    void theVendorCatchesUpAndEachEventIsThereOnce() throws Exception {
        var database = VendorDatabase.open(
                vendors, "vendor_" + UUID.randomUUID().toString().replace('-', '_'), Conservatoire.TABLES);
        PartnerProgram partner;
        try (var program = Program.start(data)) {
            partner = register(program);
            var outbox = new Outbox(database, Sandbox.connection(partner, program.port()), Clock.systemUTC());
            database.run(() -> tellAll(outbox));
            var sending = CompletableFuture.supplyAsync(outbox::send);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> events(program.database(), "true") > 0);
            program.kill();
            assertThat(sending.get()).as("was in the middle").isFalse();
        }

        try (var program = Program.start(data)) {
            var outbox = new Outbox(database, Sandbox.connection(partner, program.port()), Clock.systemUTC());
            assertThat(outbox.send()).isTrue();

            assertThat(events(program.database(), "state = 'APPLIED'")).isEqualTo(CASES * STEPS);
            assertThat(events(program.database(), "true")).isEqualTo(CASES * STEPS);
            assertThat(timelines(program.database())).isEqualTo(CASES * STEPS);
        }
    }

    private static boolean tellAll(Outbox outbox) {
        for (int step = 0; step < STEPS; step++) {
            for (int number = 0; number < CASES; number++) {
                var about = new CaseName("INS-" + number, PERSON, null);
                if (step == 0) {
                    outbox.tell("case.opened", about, Map.of("title", "Inscription"));
                } else {
                    outbox.tell("case.step", about, Map.of("steps", Map.of("done", step, "total", STEPS)));
                }
            }
        }
        return true;
    }

    /** As the town's administrator would, with the keys of the program's own folder. */
    private PartnerProgram register(Program program) throws Exception {
        var database = program.database();
        try (var town = new AnnotationConfigApplicationContext()) {
            town.registerBean(Settings.class, () -> Settings.from(Map.of("PARVIS_DATA", data.toString())));
            town.registerBean(JdbcClient.class, () -> database);
            town.registerBean(Clock.class, Clock::systemUTC);
            town.registerBean(RandomGenerator.class, () -> new SecureRandom());
            town.register(
                    Secrets.class,
                    Partners.class,
                    Class.forName("fr.parvis.partners.PartnerTable"),
                    Applications.class,
                    Class.forName("fr.parvis.applications.ApplicationTable"),
                    Class.forName("fr.parvis.applications.StandInTable"),
                    Acquaintances.class,
                    LinkTable.class,
                    PartnerHouse.class);
            town.refresh();
            var house = town.getBean(PartnerHouse.class);
            var partner = house.register("Conservatoire", program.port());
            house.link(partner, RESIDENT, Conservatoire.MEMBER);
            return partner;
        }
    }

    private static int events(JdbcClient database, String condition) {
        return database.sql("select count(*) from partners.event where " + condition)
                .query(Integer.class)
                .single();
    }

    private static int timelines(JdbcClient database) {
        return database.sql("select count(*) from tracking.event")
                .query(Integer.class)
                .single();
    }
}
