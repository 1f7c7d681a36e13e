package fr.parvis.kernel.database;

import fr.parvis.kernel.Settings.DatabaseServer;
import java.util.Map;

/** A PostgreSQL server that the town runs; starting and stopping it is not our business. */
record ServerDatabase(DatabaseServer server) implements Database {

    @Override
    public Map<String, Object> toProperties() {
        return Map.of(
                "spring.datasource.url", server.url(),
                "spring.datasource.username", server.user(),
                "spring.datasource.password", server.password());
    }

    @Override
    public void close() {
        // the server outlives us
    }
}
