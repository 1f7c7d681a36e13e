package fr.parvis.demo.vendors;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vendor's program as somebody installed it: settings of its environment, a database of its own, a line to the town.
 *
 * @param port where it serves
 */
public record Installation(
        int port,
        VendorDatabase database,
        Connection connection,
        Outbox outbox,
        Clock clock,
        Map<String, String> settings) {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int CONNECTIONS = 3;

    public Installation {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads {@code PORT}, {@code TOWN_URL}, {@code DATABASE_URL}, {@code DATABASE_USER}, {@code DATABASE_PASSWORD}, and
     * what the town's console shows: {@code CLIENT_ID}, {@code CLIENT_SECRET}, {@code SIGNING_KEY}, {@code SOURCE}.
     *
     * @param tables the vendor's own, as a script on the class path
     */
    public static Installation of(Map<String, String> settings, String tables) {
        var clock = Clock.systemUTC();
        var connection = new Connection(
                URI.create(required(settings, "TOWN_URL")),
                required(settings, "CLIENT_ID"),
                required(settings, "CLIENT_SECRET"),
                Base64.getDecoder().decode(required(settings, "SIGNING_KEY").replaceFirst("^whsec_", "")),
                required(settings, "SOURCE"));
        var database = VendorDatabase.open(server(settings), "public", tables);
        return new Installation(
                Integer.parseInt(required(settings, "PORT")),
                database,
                connection,
                new Outbox(database, connection, clock),
                clock,
                settings);
    }

    /**
     * Begins to tell; first of the person whom {@code FIRST_SUB}, the town's name of an account, and
     * {@code FIRST_MEMBER}, this house's own name, bring together, unless it knew that at an earlier start.
     */
    public void begin(VendorProgram program) {
        if (settings.containsKey("FIRST_SUB")) {
            database.change(
                    () -> introduce(program, required(settings, "FIRST_SUB"), required(settings, "FIRST_MEMBER")));
        }
        program.connect();
        LOG.info("A vendor’s program: {}", program.address());
    }

    private void introduce(VendorProgram program, String sub, String member) {
        var followers = new Followers(database);
        if (followers.add(sub, member) && !followers.isShared(sub, member)) {
            program.introduce(member);
        }
    }

    @Override
    public String toString() {
        return "Installation on port " + port;
    }

    private static DataSource server(Map<String, String> settings) {
        var server = new HikariDataSource();
        server.setMaximumPoolSize(CONNECTIONS);
        server.setMinimumIdle(1);
        server.setJdbcUrl(required(settings, "DATABASE_URL"));
        server.setUsername(required(settings, "DATABASE_USER"));
        server.setPassword(required(settings, "DATABASE_PASSWORD"));
        return server;
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
