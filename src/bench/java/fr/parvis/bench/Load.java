package fr.parvis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** As many requests as the server answers, each client waiting for its answer before it asks again. */
final class Load {

    static final int CLIENTS = 8;

    private static final Pattern REPORT = Pattern.compile("REPORT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final double MICROSECONDS = 1e6;

    private final Server server;

    Load(Server server) {
        this.server = server;
    }

    /** Pages, asked for by wrk. */
    Measure pages(String path, String cookies, Duration time) throws IOException, InterruptedException {
        return wrk(
                CLIENTS,
                time,
                List.of("-s", "src/bench/lua/report.lua", "-H", "Cookie: " + cookies, "-H", "Accept-Encoding: gzip"),
                path,
                List.of());
    }

    /** Single sign-ons, by wrk too: a client that itself takes little of the processors. */
    Measure signOns(SignOnRun run, int clients, Duration time) throws IOException, InterruptedException {
        return wrk(clients, time, List.of("-s", "src/bench/lua/sign-on.lua"), "/", run.arguments());
    }

    private Measure wrk(int clients, Duration time, List<String> options, String path, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("wrk", "-t1", "-c" + clients, "-d" + time.toSeconds() + "s"));
        command.addAll(options);
        command.add(Server.URL + path);
        command.add("--");
        command.addAll(arguments);
        double cpu = server.cpuSeconds();
        var wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double spent = server.cpuSeconds() - cpu;
        var report = REPORT.matcher(output);
        if (!report.find() || !report.group(5).equals("0")) {
            throw new IllegalStateException("wrk failed on " + path + ": " + output);
        }
        double requests = Double.parseDouble(report.group(1));
        return new Measure(
                requests / (Double.parseDouble(report.group(2)) / MICROSECONDS),
                Double.parseDouble(report.group(3)) / 1000,
                Double.parseDouble(report.group(4)) / 1000,
                spent * 1000 / requests);
    }

    /** Pieces of work, such as forms to send, shared between the usual clients; each is done once. */
    Measure work(List<? extends Callable<?>> pieces) throws IOException, InterruptedException {
        return work(pieces, CLIENTS);
    }

    /** The same, by so many clients. */
    Measure work(List<? extends Callable<?>> pieces, int number) throws IOException, InterruptedException {
        double cpu = server.cpuSeconds();
        long began = System.nanoTime();
        var times = new ArrayList<Long>();
        try (var clients = Executors.newFixedThreadPool(number)) {
            for (var time : clients.invokeAll(pieces.stream().map(Load::timed).toList())) {
                times.add(time.get());
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double spent = server.cpuSeconds() - cpu;
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measure(
                pieces.size() / seconds, percentile(sorted, 50), percentile(sorted, 95), spent * 1000 / pieces.size());
    }

    private static Callable<Long> timed(Callable<?> piece) {
        return () -> {
            long began = System.nanoTime();
            piece.call();
            return System.nanoTime() - began;
        };
    }

    private static double percentile(long[] sorted, int percent) {
        return Arrays.stream(sorted)
                        .skip(Math.min(sorted.length - 1, sorted.length * (long) percent / 100))
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }
}
