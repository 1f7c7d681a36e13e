package fr.parvis.bench;

import fr.parvis.kernel.Reference;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/**
 * The rows of a filing and nothing else: plain JDBC, one transaction each, on connections kept open. Each statement
 * takes the case's id or reference first, and the text it must carry (answers, e-mail) second if any.
 */
final class RawFiling implements AutoCloseable {

    private static final String CASE = """
            insert into casefiles.case_file (id, reference, draft, procedure, procedure_version, owner, applicant, answers,
                status, unit, step, due_on, filed_at, clock_start, legal_due)
            values (?, ?, gen_random_uuid(), 'carte-stationnement-residentiel', 1, gen_random_uuid(), 'Banc Essai',
                ?::jsonb, 'IN_PROGRESS', 'stationnement', 'verification', current_date + 2, now(), current_date,
                current_date + 60)
            """;
    private static final String FILE = """
            insert into casefiles.attachment (case_id, file, name, media_type, size, label, origin, added_at)
            values (?, gen_random_uuid(), 'carte-grise.jpg', 'image/jpeg', 74000, 'carte-grise.jpg', 'FORM', now())
            """;
    private static final String ITEM = """
            insert into tracking.item (reference, kind, owner, title, state, move, headline, now_label, steps_done,
                steps_total, upcoming, expected_from, expected_to, legal_date, opened_at, changed_at)
            values (?, 'case', gen_random_uuid(), 'Carte de stationnement résidentiel', 'OPEN', 'TOWN', 'En cours',
                'Vérification de vos pièces', 0, 2, '{Décision}', current_date + 2, current_date + 5,
                current_date + 60, now(), now())
            """;
    private static final String EVENT = """
            insert into tracking.event (reference, seq, at, label, detail)
            values (?, 1, now(), 'Demande déposée', 'Si votre dossier est complet, vous aurez une réponse à temps.')
            """;
    private static final String EMAIL = """
            insert into notifications.email (id, recipient, subject, content, state, created_at)
            values (?, 'banc@parvis.example', 'Accusé de réception de votre demande', ?::json, 'QUEUED', now())
            """;
    private static final String TASK = """
            insert into public.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('bench', ?::text, now() + interval '1 year', false, 1)
            """;

    private final BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(Load.CLIENTS);
    private final int files;
    private final String answers;
    private final String email;

    RawFiling(Server server, int files) throws IOException, SQLException {
        this.files = files;
        for (int i = 0; i < Load.CLIENTS; i++) {
            connections.add(server.database());
        }
        answers = text("select answers::text from casefiles.case_file limit 1");
        email = text("select content::text from notifications.email where subject like 'Accusé%' limit 1");
        for (var connection : connections) {
            connection.setAutoCommit(false);
        }
    }

    List<Callable<Void>> pieces(int number) {
        return Collections.nCopies(number, this::file);
    }

    private Void file() throws SQLException, InterruptedException {
        var connection = connections.take();
        try {
            var id = UUID.randomUUID();
            var reference = Reference.random(new SplittableRandom()).value();
            insert(connection, CASE, id, reference, answers);
            for (int i = 0; i < files; i++) {
                insert(connection, FILE, id);
            }
            insert(connection, ITEM, reference);
            insert(connection, EVENT, reference);
            insert(connection, EMAIL, id, email);
            insert(connection, TASK, id);
            connection.commit();
        } finally {
            connections.add(connection);
        }
        return null;
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private String text(String query) throws SQLException {
        try (var statement = connections.element().createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
