package fr.parvis.bench;

import fr.parvis.bench.Vendors.Vendor;
import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Programs of partners that push batches of events: cases that open, go through two steps, ask, and are decided. */
final class PushRun {

    static final int BATCH = 500;
    static final int EVENTS_OF_A_CASE = 5;

    private static final int PEOPLE = 1_000;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final List<Program> programs;

    private PushRun(List<Program> programs) {
        this.programs = programs;
    }

    private record Program(Vendor vendor, String token) {}

    /** So many partners; each of them sends one batch at a time, as its cases demand. */
    static PushRun prepare(Connection connection, int partners) throws IOException, InterruptedException, SQLException {
        var programs = new ArrayList<Program>();
        for (int i = 0; i < partners; i++) {
            var vendor = Vendors.register(connection, "banc-envois-" + i, "");
            Vendors.link(connection, vendor, PEOPLE);
            programs.add(new Program(vendor, token(vendor)));
        }
        return new PushRun(programs);
    }

    /** One of them. */
    UUID partner() {
        return programs.getFirst().vendor().id();
    }

    /** Batches of new cases of each partner in turn, made before they are sent. */
    List<Callable<Void>> batches(int number) {
        var batches = new ArrayList<Callable<Void>>();
        for (int i = 0; i < number; i++) {
            var program = programs.get(i % programs.size());
            var body = batch(program.vendor());
            batches.add(() -> push(program, body));
        }
        return batches;
    }

    /** As many, each made when it is sent: all of them would fill the memory. */
    List<Callable<Void>> night(int number) {
        var batches = new ArrayList<Callable<Void>>();
        for (int i = 0; i < number; i++) {
            var program = programs.get(i % programs.size());
            batches.add(() -> push(program, batch(program.vendor())));
        }
        return batches;
    }

    /** How many events of these partners the product keeps. */
    long kept(Connection connection) throws SQLException {
        var ids = programs.stream().map(program -> program.vendor().id()).toArray();
        try (var query = connection.prepareStatement("select count(*) from partners.event where partner = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static byte[] batch(Vendor vendor) {
        var events = new ArrayList<String>();
        for (int i = 0; i < BATCH / EVENTS_OF_A_CASE; i++) {
            var key = UUID.randomUUID().toString();
            var person = "\"person\":{\"member\":\"M-" + Math.floorMod(key.hashCode(), PEOPLE) + "\"}";
            events.add(event(vendor, "opened", key, 1, person + ",\"title\":\"Inscription en cours de piano\""));
            events.add(event(vendor, "step", key, 2, person + steps(1, "Étude du dossier")));
            events.add(event(vendor, "step", key, 3, person + steps(2, "Commission")));
            events.add(event(
                    vendor,
                    "action-required",
                    key,
                    4,
                    person + ",\"todo\":{\"kind\":\"DOCUMENT\",\"label\":\"Envoyez un justificatif\"}"));
            events.add(event(
                    vendor, "decided", key, EVENTS_OF_A_CASE, person + ",\"decision\":{\"outcome\":\"ACCEPTED\"}"));
        }
        return ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static String steps(int done, String now) {
        return ",\"steps\":{\"done\":" + done + ",\"total\":4,\"now\":\"" + now + "\",\"upcoming\":[\"Réponse\"]}";
    }

    private static String event(Vendor vendor, String type, String key, int sequence, String data) {
        return """
                {"specversion":"1.0","id":"%s-%d","source":"%s","type":"fr.parvis.case.%s.v1","subject":"%s",\
                "time":"%s","sequence":"%d","data":{%s}}""".formatted(key, sequence, vendor.source(), type, key, Instant.now(), sequence, data);
    }

    private static Void push(Program program, byte[] body) throws IOException {
        var signature = Signature.of(
                UUID.randomUUID().toString(),
                Instant.now(),
                body,
                List.of(program.vendor().key()));
        var connection = open("/api/v1/evenements");
        connection.setRequestProperty("Authorization", "Bearer " + program.token());
        connection.setRequestProperty("Content-Type", "application/cloudevents-batch+json");
        connection.setRequestProperty(Signature.ID, signature.id());
        connection.setRequestProperty(Signature.TIMESTAMP, signature.timestamp());
        connection.setRequestProperty(Signature.VALUE, signature.value());
        connection.setDoOutput(true);
        connection.getOutputStream().write(body);
        var answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.split("\"applied\"", -1).length - 1 != BATCH) {
            throw new IllegalStateException(
                    "not all were applied: " + answer.substring(0, Math.min(500, answer.length())));
        }
        return null;
    }

    private static String token(Vendor vendor) throws IOException {
        var connection = open("/oauth2/token");
        var proof = (vendor.clientId() + ":" + vendor.secret()).getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(proof));
        connection.setDoOutput(true);
        connection.getOutputStream().write("grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
        var token = TOKEN.matcher(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new IllegalStateException("no token");
        }
        return token.group(1);
    }

    private static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(Server.URL).resolve(path).toURL().openConnection();
    }
}
