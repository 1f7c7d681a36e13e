package fr.parvis.demo.vendors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A vendor's own tables, where nobody else has any; here and nowhere else does it remember anything. */
public final class VendorDatabase {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private VendorDatabase(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /**
     * Opens it, and makes what is not there yet.
     *
     * @param tables the vendor's own, as a script on the class path
     */
    public static VendorDatabase open(DataSource server, String schema, String tables) {
        JdbcClient.create(server).sql("create schema if not exists " + schema).update();
        var database = new VendorDatabase(new InSchema(server, schema));
        database.change(() -> {
            database.jdbc.sql(script("fr/parvis/demo/vendors/outbox.sql")).update();
            database.jdbc.sql(script(tables)).update();
        });
        return database;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Reads rows as records: a column {@code due_cents} is the component {@code dueCents}. */
    public static <T> RowMapper<T> rows(Class<T> record) {
        return new SimplePropertyRowMapper<>(record);
    }

    /** All or nothing: what happens, and the event that tells it. */
    public void change(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** The same, for work that gives something. */
    public <T> T run(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()), "the work gives something");
    }

    private static String script(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Connections that see one schema only. */
    private static final class InSchema extends DelegatingDataSource {

        private final String schema;

        InSchema(DataSource server, String schema) {
            super(server);
            this.schema = schema;
        }

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            var connection = super.getConnection();
            connection.setSchema(schema);
            return connection;
        }
    }
}
