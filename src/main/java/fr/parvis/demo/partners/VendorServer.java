package fr.parvis.demo.partners;

import com.zaxxer.hikari.HikariDataSource;
import fr.parvis.demo.vendors.VendorDatabase;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The database server where vendors of the demo have their schemas, with connections that are not the town's. */
@Component
@Profile("demo")
public class VendorServer implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource connections = new HikariDataSource();

    VendorServer(Environment environment) {
        connections.setPoolName("vendors");
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(1);
        connections.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        connections.setUsername(environment.getProperty("spring.datasource.username"));
        connections.setPassword(environment.getProperty("spring.datasource.password"));
    }

    /** The tables of one vendor, in a schema of the name of their script. */
    public VendorDatabase database(String tables) {
        return VendorDatabase.open(connections, tables.replaceAll(".*/(\\w+)\\.sql", "vendor_$1"), tables);
    }

    @Override
    public void close() {
        connections.close();
    }
}
