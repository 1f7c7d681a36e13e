package fr.parvis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** The rows that a batch of events left, inserted by plain JDBC into tables of the same columns, indexes and references. */
final class RawEvents implements AutoCloseable {

    private static final String REFERENCES = "(select reference from partners.foreign_case where partner = ? and key in"
            + " (select distinct case_key from partners.event where partner = ? limit "
            + PushRun.BATCH / PushRun.EVENTS_OF_A_CASE + "))";

    private final BlockingQueue<Connection> connections;
    private final List<Table> tables = new ArrayList<>();

    /** Rows of one table, and the statement that inserts one. */
    private record Table(String insert, List<Object[]> rows) {}

    RawEvents(Server server, UUID partner, int clients) throws IOException, SQLException {
        connections = new ArrayBlockingQueue<>(clients);
        for (int i = 0; i < clients; i++) {
            connections.add(server.database());
        }
        var first = connections.element();
        try (var statement = first.createStatement()) {
            statement.execute("create schema if not exists bench");
        }
        read(first, partner, "partners.event", "case_key in (select key from partners.foreign_case where reference in");
        read(first, partner, "partners.foreign_case", "(reference in");
        read(first, partner, "tracking.item", "(reference in");
        read(first, partner, "tracking.event", "(reference in");
        for (var connection : connections) {
            connection.setAutoCommit(false);
        }
    }

    private void read(Connection connection, UUID partner, String table, String where) throws SQLException {
        var copy = "bench." + table.replace('.', '_');
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists " + copy);
            statement.execute("create table " + copy + " (like " + table + " including all)");
        }
        var rows = new ArrayList<Object[]>();
        int columns;
        try (var query =
                connection.prepareStatement("select * from " + table + " where " + where + " " + REFERENCES + ")")) {
            query.setObject(1, partner);
            query.setObject(2, partner);
            try (var row = query.executeQuery()) {
                columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    var values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    rows.add(values);
                }
            }
        }
        dropUniqueness(connection, copy);
        addReferences(connection, table, copy);
        tables.add(new Table(
                "insert into " + copy + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")",
                rows));
    }

    /** Unique indexes become plain ones of the same columns, so that the same work is done for the same rows again. */
    private static void dropUniqueness(Connection connection, String copy) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare i record; begin
                        for i in select c.conname, pg_get_constraintdef(c.oid) as definition from pg_constraint c
                            where c.conrelid = '%1$s'::regclass and c.contype in ('p', 'u') loop
                            execute 'alter table %1$s drop constraint ' || i.conname;
                            execute 'create index on %1$s '
                                || substring(i.definition from '\\(.*\\)');
                        end loop;
                        for i in select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index
                            where indrelid = '%1$s'::regclass and indisunique loop
                            execute 'drop index ' || i.name;
                            execute replace(i.definition, 'CREATE UNIQUE INDEX', 'CREATE INDEX');
                        end loop;
                    end $$
                    """.formatted(copy));
        }
    }

    private static void addReferences(Connection connection, String table, String copy) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare i record; begin
                        for i in select pg_get_constraintdef(oid) as definition from pg_constraint
                            where conrelid = '%s'::regclass and contype = 'f' loop
                            execute 'alter table %s add ' || i.definition;
                        end loop;
                    end $$
                    """.formatted(table, copy));
        }
    }

    /** Pieces of work, each the rows of one batch in one transaction. */
    List<Callable<Void>> pieces(int number) {
        return Collections.nCopies(number, this::insert);
    }

    private Void insert() throws SQLException, InterruptedException {
        var connection = connections.take();
        try {
            for (var table : tables) {
                try (var insert = connection.prepareStatement(table.insert())) {
                    for (var row : table.rows()) {
                        for (int i = 0; i < row.length; i++) {
                            insert.setObject(i + 1, row[i]);
                        }
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            connection.commit();
        } finally {
            connections.add(connection);
        }
        return null;
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
