package fr.parvis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures the product at a small and a large volume; {@code --quick} is for trying the bench itself. */
final class Bench {

    private static final Volume VOLUME = new CaseVolume();
    private static final int ROUNDS = 3;
    private static final int SIGN_ON_CLIENTS = 16;
    private static final int PUSH_CLIENTS = 2;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Duration time;
    private final Duration warmUp;
    private final int filings;
    private final int night;
    private final Report report = new Report();

    private Bench(boolean quick) {
        time = Duration.ofSeconds(quick ? 2 : 8);
        warmUp = Duration.ofSeconds(quick ? 3 : 10);
        filings = quick ? 1_000 : 2_000;
        night = quick ? 50_000 : 1_000_000;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        boolean quick = List.of(arguments).contains("--quick");
        var bench = new Bench(quick);
        for (int cases : quick ? new int[] {1_000, 10_000} : new int[] {10_000, 1_000_000}) {
            bench.run(cases);
        }
        bench.report.write();
    }

    private void run(int cases) throws IOException, InterruptedException, SQLException {
        var folder = "data-" + cases;
        Map<String, Integer> queries;
        try (var server = Server.start(folder, true)) {
            try (var connection = server.database()) {
                VOLUME.load(connection, cases);
                Vendors.linkTenServices(connection);
            }
            queries = countQueries();
        }
        try (var server = Server.startOnCopy(folder)) {
            var rows = new ArrayList<Report.Row>();
            for (var scene : Scene.all()) {
                rows.add(row(new Load(server), scene, queries.getOrDefault(scene.name(), 1)));
            }
            report.add(cases, rows, server);
            report.addFiling(filing(server));
            report.addSignOn(signOn(server));
            report.addPasswords(passwords(server));
            report.addEvents(events(server));
            report.addWebhooks(webhooks(server));
        }
    }

    /** Filing, form post to receipt shown, in turns with the same rows by plain JDBC; the middle round counts. */
    private Report.Filing filing(Server server) throws IOException, InterruptedException, SQLException {
        var load = new Load(server);
        try (var connection = server.database()) {
            var run = new FilingRun(connection);
            int first = 1;
            load.work(run.pieces(first, filings));
            var raw = new RawFiling(server, run.files(first));
            load.work(raw.pieces(filings));
            var filed = new ArrayList<Measure>();
            var inserted = new ArrayList<Measure>();
            for (int round = 1; round <= ROUNDS; round++) {
                inserted.add(load.work(raw.pieces(filings)));
                filed.add(load.work(run.pieces(first + round * filings, filings)));
            }
            raw.close();
            return new Report.Filing(middle(inserted), middle(filed));
        }
    }

    /** Single sign-on of sixteen browsers at once; the middle round counts. */
    private Measure signOn(Server server) throws IOException, InterruptedException {
        var load = new Load(server);
        var run = SignOnRun.prepare();
        load.signOns(run, SIGN_ON_CLIENTS, warmUp.multipliedBy(2));
        var rounds = new ArrayList<Measure>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(load.signOns(run, SIGN_ON_CLIENTS, time));
        }
        return middle(rounds);
    }

    /** Batches of partners' events, in turns with the rows they leave by plain JDBC; then a night full of them. */
    private Report.Events events(Server server) throws IOException, InterruptedException, SQLException {
        var load = new Load(server);
        int batches = filings / 25;
        try (var connection = server.database()) {
            var run = PushRun.prepare(connection, PUSH_CLIENTS);
            load.work(run.batches(4 * batches), PUSH_CLIENTS); // as long as it takes to be compiled
            analyze(connection);
            var raw = new RawEvents(server, run.partner(), PUSH_CLIENTS);
            load.work(raw.pieces(batches), PUSH_CLIENTS);
            var inserted = new ArrayList<Measure>();
            var pushed = new ArrayList<Measure>();
            for (int round = 0; round < ROUNDS; round++) {
                inserted.add(load.work(raw.pieces(batches), PUSH_CLIENTS));
                pushed.add(load.work(run.batches(batches), PUSH_CLIENTS));
            }
            raw.close();
            long before = run.kept(connection);
            var atNight = load.work(run.night(night / PushRun.BATCH), PUSH_CLIENTS);
            long kept = run.kept(connection) - before;
            if (kept != night) {
                throw new IllegalStateException("of " + night + " events " + kept + " were kept");
            }
            return new Report.Events(middle(inserted), middle(pushed), atNight, kept);
        }
    }

    /** What autovacuum does within a minute: until then PostgreSQL plans for the empty tables of a new town. */
    private static void analyze(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** Messages to a partner that takes half a second for each, and to another one meanwhile. */
    private Report.Webhooks webhooks(Server server) throws IOException, InterruptedException, SQLException {
        try (var connection = server.database();
                var slow = new WebhookRun(connection, "banc-lent", Duration.ofMillis(500));
                var quick = new WebhookRun(connection, "banc-vif", Duration.ZERO)) {
            quick.queue(connection, filings);
            quick.rate(filings);
            slow.queue(connection, filings / 4);
            slow.rate(filings / 4);
            analyze(connection);
            quick.queue(connection, filings);
            double alone = quick.rate(filings);
            slow.queue(connection, 4 * filings);
            slow.rate(filings / 4);
            quick.queue(connection, filings);
            int before = slow.heard();
            long began = System.nanoTime();
            double beside = quick.rate(filings);
            Thread.sleep(2_000);
            double slowly = (slow.heard() - before) / ((System.nanoTime() - began) / 1e9);
            return new Report.Webhooks(slowly, alone, beside);
        }
    }

    /** Sign-ins beside their hashes, then a page with and without a flood of wrong passwords. */
    private Report.Passwords passwords(Server server) throws IOException, InterruptedException, SQLException {
        var load = new Load(server);
        int number = filings / 10;
        PasswordRun run;
        try (var connection = server.database()) {
            run = PasswordRun.prepare(connection, number);
        }
        load.work(run.hashes(number), PROCESSORS);
        load.work(run.signIns(number));
        var hashes = load.work(run.hashes(number), PROCESSORS);
        var signIns = load.work(run.signIns(number));
        var calm = new ArrayList<Measure>();
        var flooded = new ArrayList<Measure>();
        int tries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            calm.add(load.pages("/services", "", time));
            try (var flood = Flood.of(run)) {
                flooded.add(load.pages("/services", "", time));
                tries += flood.tries();
            }
        }
        double perSecond = tries / (double) (ROUNDS * time.toSeconds());
        return new Report.Passwords(hashes, signIns, middle(calm), middle(flooded), perSecond);
    }

    /** In turns, so that whatever else slows the machine slows both; of the rounds, the middle one counts. */
    private Report.Row row(Load load, Scene scene, int queries) throws IOException, InterruptedException {
        var barePath = "/bench/bare?n=" + queries;
        var cookies = scene.person().cookieHeader();
        load.pages(barePath, "", warmUp);
        load.pages(scene.path(), cookies, warmUp);
        var bare = new ArrayList<Measure>();
        var page = new ArrayList<Measure>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(load.pages(barePath, "", time));
            page.add(load.pages(scene.path(), cookies, time));
        }
        var bytes = new PageWeight(cookies).bytes(scene.path());
        return new Report.Row(scene, queries, middle(bare), middle(page), bytes);
    }

    private static Measure middle(List<Measure> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(Measure::perSecond))
                .toList()
                .get(ROUNDS / 2);
    }

    private static Map<String, Integer> countQueries() throws IOException, InterruptedException {
        var counts = new HashMap<String, Integer>();
        var nobody = new Person(); // without a session, whose look-up would be counted
        for (var scene : Scene.all()) {
            var person = scene.person();
            person.get(scene.path()); // what is read once and kept is not counted
            int fewest = Integer.MAX_VALUE; // a job in the background may add its own
            for (int i = 0; i < 5; i++) {
                nobody.get("/bench/queries");
                person.get(scene.path());
                fewest = Math.min(
                        fewest,
                        Integer.parseInt(nobody.get("/bench/queries").body().strip()));
            }
            counts.put(scene.name(), Math.max(1, fewest));
        }
        return counts;
    }
}
