package fr.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a plain table, printed and kept in target/bench/results.md. */
final class Report {

    private static final Path FILE = Path.of("target", "bench", "results.md");
    private static final double LEAST_RATIO = 0.5;
    private static final double LEAST_FILING_RATIO = 0.25;
    /** Twice what a well-known identity provider gave on two cores of the same machine. */
    private static final double LEAST_SIGN_ON = 594;

    private static final double LEAST_KEPT = 0.8;
    private static final double LEAST_EVENTS = 2_000;
    private static final double LEAST_EVENTS_RATIO = 0.5;
    private static final double LEAST_WEBHOOKS = 200;
    private static final double MOST_GROWTH = 1.5;
    private static final long MOST_BYTES = 60_000;
    private static final double SEARCH_P95 = 50;

    /** One page at one volume, and the bare page with as many queries. */
    record Row(Scene scene, int queries, Measure bare, Measure page, long bytes) {

        double ratio() {
            return page.perSecond() / bare.perSecond();
        }
    }

    /** Filing beside the same rows inserted by plain JDBC. */
    record Filing(Measure raw, Measure filed) {}

    /** Hashes and sign-ins; a page without and with a flood of so many wrong passwords a second. */
    record Passwords(Measure hashes, Measure signIns, Measure calm, Measure flooded, double flood) {}

    /** Batches of events, beside the same rows by plain JDBC; a night of them, of which so many were kept. */
    record Events(Measure raw, Measure pushed, Measure night, long kept) {}

    /** Messages per second to a slow server; to a quick one alone, and while the slow one is busy. */
    record Webhooks(double slow, double alone, double beside) {}

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Double> rateAtSmall = new HashMap<>();

    Report() {
        add("# Bench");
        add(
                "%d processors, %d clients. CPU is that of the program and PostgreSQL together.",
                Runtime.getRuntime().availableProcessors(), Load.CLIENTS);
    }

    void add(int cases, List<Row> rows, Server server) throws IOException {
        add("");
        add("## %,d cases", cases);
        add("");
        add("| page | queries | bare/s | page/s | ratio | growth | CPU bare | CPU page | median | p95 | first load |");
        add("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        rows.forEach(this::add);
        add("");
        add(
                "First page %.1f s after the start; memory after the load: program %d MB, PostgreSQL %d MB.",
                server.startup().toMillis() / 1000.0,
                server.programMemory() / 1_000_000,
                server.databaseMemory() / 1_000_000);
    }

    void addFiling(Filing filing) {
        double ratio = filing.filed().perSecond() / filing.raw().perSecond();
        add(
                "Filing, form post to receipt shown: %.0f/s (%.2f ms of CPU, p95 %.1f ms) against %.0f/s raw transactions"
                        + " of the same rows: ratio %.2f%s.",
                filing.filed().perSecond(),
                filing.filed().cpu(),
                filing.filed().p95(),
                filing.raw().perSecond(),
                ratio,
                mark(ratio < LEAST_FILING_RATIO));
    }

    void addSignOn(Measure signOn) {
        add(
                "Single sign-on, authorize to token (RS256): %.0f/s (%.2f ms of CPU, p95 %.1f ms)%s.",
                signOn.perSecond(), signOn.cpu(), signOn.p95(), mark(signOn.perSecond() < LEAST_SIGN_ON));
    }

    void addPasswords(Passwords passwords) {
        double kept = passwords.flooded().perSecond() / passwords.calm().perSecond();
        add(
                "Password sign-in: %.1f/s against %.1f/s hashes alone (%s): ratio %.2f.",
                passwords.signIns().perSecond(),
                passwords.hashes().perSecond(),
                PasswordRun.PARAMETERS,
                passwords.signIns().perSecond() / passwords.hashes().perSecond());
        add(
                "Under a flood of wrong passwords (%.0f/s taken) the catalogue keeps %.2f of its rate%s.",
                passwords.flood(), kept, mark(kept < LEAST_KEPT));
    }

    void addEvents(Events events) {
        double perSecond = events.pushed().perSecond() * PushRun.BATCH;
        double raw = events.raw().perSecond() * PushRun.BATCH;
        add(
                "Partners’ events, signed batches of %d: %.0f/s (%.3f ms of CPU each, p95 of a batch until it is shown"
                        + " %.0f ms) against %.0f/s raw: ratio %.2f%s.",
                PushRun.BATCH,
                perSecond,
                events.pushed().cpu() / PushRun.BATCH,
                events.pushed().p95(),
                raw,
                perSecond / raw,
                mark(perSecond < LEAST_EVENTS || perSecond / raw < LEAST_EVENTS_RATIO));
        double night = events.night().perSecond() * PushRun.BATCH;
        add(
                "A night of them: %,d kept, %.0f/s%s (p95 of a batch %.0f ms).",
                events.kept(), night, mark(night < LEAST_EVENTS), events.night().p95());
    }

    void addWebhooks(Webhooks webhooks) {
        add(
                "Webhooks: %.0f/s to a server that takes half a second%s; another one gets %.0f/s alone and %.0f/s"
                        + " meanwhile.",
                webhooks.slow(), mark(webhooks.slow() < LEAST_WEBHOOKS), webhooks.alone(), webhooks.beside());
    }

    void write() throws IOException {
        Files.writeString(FILE, String.join("\n", lines) + "\n");
        System.out.println("\nKept in " + FILE);
    }

    private void add(Row row) {
        var scene = row.scene();
        double rate = row.page().perSecond();
        double growth = rateAtSmall.computeIfAbsent(scene.name(), first -> rate) / rate;
        boolean search = scene.path().contains("recherche");
        add(
                "| %s | %d | %.0f | %.0f | %.2f%s | %.2f%s | %.2f ms | %.2f ms | %.1f ms | %.1f ms%s | %.1f kB%s |",
                scene.name(),
                row.queries(),
                row.bare().perSecond(),
                rate,
                row.ratio(),
                mark(scene.promised() && row.ratio() < LEAST_RATIO),
                growth,
                mark(scene.promised() && growth > MOST_GROWTH),
                row.bare().cpu(),
                row.page().cpu(),
                row.page().median(),
                row.page().p95(),
                mark(search && row.page().p95() > SEARCH_P95),
                row.bytes() / 1000.0,
                mark(row.bytes() > MOST_BYTES));
    }

    private static String mark(boolean broken) {
        return broken ? " ✗" : "";
    }

    private void add(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }
}
