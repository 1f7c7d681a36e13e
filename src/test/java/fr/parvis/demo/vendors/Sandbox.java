package fr.parvis.demo.vendors;

import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.signing.Signature;
import fr.parvis.testing.Cast;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** A vendor registered for one test, with a schema of its own and a resident whom it knows. */
@TestComponent
public class Sandbox {

    private static final int NOBODY_LISTENS = 1;

    private final PartnerHouse partners;
    private final Cast cast;
    private final DataSource server;
    private final Environment environment;
    private final Clock clock;

    Sandbox(PartnerHouse partners, Cast cast, DataSource server, Environment environment, Clock clock) {
        this.partners = partners;
        this.cast = cast;
        this.server = server;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * What a vendor's program needs.
     *
     * @param partner as the town registered it
     * @param outbox whose events arrive
     * @param cutOff of the same vendor while the town is away
     */
    public record Vendor(
            Partner partner,
            UUID resident,
            VendorDatabase database,
            Connection connection,
            Outbox outbox,
            Outbox cutOff) {}

    public Vendor vendor(String name, String tables, String member) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        var program = partners.register(name, port);
        var resident = cast.resident("Zoé", "Martin").viewer().account();
        var sub = partners.link(program, resident, member);
        var schema = "vendor_" + UUID.randomUUID().toString().replace('-', '_');
        var database = VendorDatabase.open(server, schema, tables);
        new Followers(database).add(sub, member);
        var connection = connection(program, port);
        return new Vendor(
                program.partner,
                resident,
                database,
                connection,
                new Outbox(database, connection, clock),
                new Outbox(database, connection(program, NOBODY_LISTENS), clock));
    }

    /** Another resident of the town. */
    public UUID resident() {
        return cast.resident("Paul", "Martin").viewer().account();
    }

    /** What the town handed to a program, for a town on this port. */
    public static Connection connection(PartnerProgram program, int port) {
        var settings = program.settings();
        return new Connection(
                URI.create("http://localhost:" + port),
                settings.getOrDefault("CLIENT_ID", ""),
                settings.getOrDefault("CLIENT_SECRET", ""),
                Base64.getDecoder()
                        .decode(settings.getOrDefault("SIGNING_KEY", "").substring(Signature.KEY_PREFIX.length())),
                settings.getOrDefault("SOURCE", ""));
    }
}
