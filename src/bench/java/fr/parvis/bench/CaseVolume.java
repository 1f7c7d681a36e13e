package fr.parvis.bench;

import fr.parvis.kernel.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Cases of five years, as COPY streams: one in fifty still open, the others decided, with their thread and a journal.
 * Answers are those of the demo's own cases; the first few belong to the resident whose pages are measured.
 */
final class CaseVolume implements Volume {

    private static final int BATCH = 20_000;
    private static final int RESIDENTS = 20_000;
    private static final int OF_THE_MEASURED = 25;
    private static final int OPEN_ONE_IN = 50;
    private static final int DAYS = 5 * 365;
    private static final String CASE_COLUMNS =
            "casefiles.case_file (id, reference, draft, procedure, procedure_version,"
                    + " owner, applicant, answers, status, unit, step, due_on, filed_at, clock_start, decided_at)";
    private static final String ITEM_COLUMNS = "tracking.item (reference, kind, owner, title, state, move, headline,"
            + " now_label, steps_done, steps_total, opened_at, changed_at)";
    private static final List<String> FIRST = List.of(
            "Zoé", "Karim", "Inès", "Paul", "Fatou", "Hugo", "Chloé", "Mehdi", "Rose", "Éloïse", "Tomás", "Anne");
    private static final List<String> LAST = List.of(
            "Martin",
            "Moreau",
            "Diallo",
            "Lefort",
            "Petit",
            "Garnier",
            "Ndiaye",
            "Lambert",
            "Caron",
            "Kouassi",
            "Nguyen",
            "Ferreira",
            "Roux",
            "Benali",
            "Chevalier",
            "Dupont",
            "Girard",
            "Faure",
            "Mercier",
            "Blanc");

    private SplittableRandom random = new SplittableRandom();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Set<String> taken = new HashSet<>();

    private record Model(
            String procedure,
            int version,
            String title,
            String answers,
            String unit,
            String firstStep,
            String lastStep) {}

    @Override
    public void load(Connection connection, int cases) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var models = models(connection);
        var measured = account(connection);
        takeExisting(connection);
        int before = count(connection);
        random = new SplittableRandom(before);
        for (int done = before; done < cases; done += BATCH) {
            connection.setAutoCommit(false); // a load that was cut off is taken up where it stopped
            batch(copy, models, measured, done, Math.min(BATCH, cases - done));
            connection.commit();
            connection.setAutoCommit(true);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void takeExisting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select reference from casefiles.case_file")) {
            while (rows.next()) {
                taken.add(rows.getString(1));
            }
        }
    }

    private void batch(CopyManager copy, List<Model> models, UUID measured, int from, int size) throws SQLException {
        var cases = new StringBuilder();
        var items = new StringBuilder();
        var events = new StringBuilder();
        var journal = new StringBuilder();
        for (int i = from; i < from + size; i++) {
            var model = models.get(random.nextInt(models.size()));
            boolean mine = i % 400 == 0 && i < 400 * OF_THE_MEASURED;
            var owner = mine ? measured : new UUID(7, random.nextInt(RESIDENTS));
            add(new One(model, owner, random.nextInt(OPEN_ONE_IN) == 0), cases, items, events, journal);
        }
        copy(copy, CASE_COLUMNS, cases);
        copy(copy, ITEM_COLUMNS, items);
        copy(copy, "tracking.event (reference, seq, at, label, detail, actor)", events);
        copy(copy, "casefiles.journal (id, case_id, at, author_name, kind, from_resident, text)", journal);
    }

    /** Of a million references drawn a few are drawn twice. */
    private String freeReference() {
        var reference = Reference.random(random).value();
        while (!taken.add(reference)) {
            reference = Reference.random(random).value();
        }
        return reference;
    }

    private record One(Model model, UUID owner, boolean open) {}

    private void add(One one, StringBuilder cases, StringBuilder items, StringBuilder events, StringBuilder journal) {
        var model = one.model();
        var id = new UUID(random.nextLong(), random.nextLong());
        var reference = freeReference();
        var filed = now.minus(random.nextInt(one.open() ? 20 : DAYS), ChronoUnit.DAYS)
                .minusSeconds(random.nextInt(86_400));
        var decided = filed.plus(random.nextInt(1, 20), ChronoUnit.DAYS);
        var day = LocalDate.ofInstant(filed, ZoneOffset.UTC);
        line(
                cases,
                id,
                reference,
                UUID.randomUUID(),
                model.procedure(),
                model.version(),
                one.owner(),
                name(),
                model.answers(),
                one.open() ? "IN_PROGRESS" : "ACCEPTED",
                model.unit(),
                one.open() ? model.firstStep() : model.lastStep(),
                day.plusDays(random.nextInt(5, 25)),
                filed,
                day,
                one.open() ? null : decided);
        line(
                items,
                reference,
                "case",
                one.owner(),
                model.title(),
                one.open() ? "OPEN" : "DONE",
                one.open() ? "TOWN" : "NOBODY",
                one.open() ? "En cours" : "Acceptée",
                one.open() ? "Vérification de vos pièces" : null,
                one.open() ? 0 : 2,
                2,
                filed,
                one.open() ? filed : decided);
        line(
                events,
                reference,
                1,
                filed,
                "Demande déposée",
                "Si votre dossier est complet, vous aurez une réponse.",
                null);
        if (!one.open()) {
            line(events, reference, 2, decided, "Vérification de vos pièces", "C’est fait.", "Service, Nadia B.");
            line(
                    events,
                    reference,
                    3,
                    decided,
                    "Demande acceptée",
                    "Le courrier est dans votre dossier.",
                    "Service, Nadia B.");
            line(journal, UUID.randomUUID(), id, decided, "Nadia Belkacem", "ACTION", false, "a accepté la demande");
        }
    }

    private String name() {
        return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size())) + "-"
                + Integer.toString(random.nextInt(36 * 36 * 36), 36);
    }

    private static List<Model> models(Connection connection) throws SQLException {
        var models = new ArrayList<Model>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select distinct on (c.procedure) c.procedure, c.procedure_version, i.title, c.answers::text,
                            first_value(c.unit) over by_date, first_value(c.step) over by_date,
                            last_value(c.step) over by_date
                        from casefiles.case_file c join tracking.item i using (reference)
                        where c.status in ('IN_PROGRESS', 'ACCEPTED')
                        window by_date as (partition by c.procedure order by c.status desc, c.filed_at desc
                            rows between unbounded preceding and unbounded following)
                        """)) {
            while (row.next()) {
                models.add(new Model(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return models;
    }

    private static UUID account(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select id from identity.account where email = 'resident@parvis.example'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from casefiles.case_file")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A line of COPY's text format. */
    private static void line(StringBuilder to, Object... values) {
        for (int i = 0; i < values.length; i++) {
            to.append(i == 0 ? "" : "\t");
            to.append(values[i] == null ? "\\N" : String.valueOf(values[i]).replace("\\", "\\\\"));
        }
        to.append('\n');
    }

    private static void copy(CopyManager copy, String columns, StringBuilder lines) throws SQLException {
        try (var bytes = new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8))) {
            copy.copyIn("copy " + columns + " from stdin", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
