package fr.parvis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Only the demo's own cases, until the bulk loader of case files is written. */
final class NoVolume implements Volume {

    @Override
    public void load(Connection connection, int cases) throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI(); // copy.copyIn("copy … from stdin")
        System.out.printf(
                "No bulk loader yet for %,d cases (%s is ready)%n",
                cases, copy.getClass().getSimpleName());
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }
}
