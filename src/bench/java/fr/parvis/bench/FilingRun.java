package fr.parvis.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Filing, from the form post to the receipt shown: residents of their own, each signed in with a complete draft, each
 * filed once.
 */
final class FilingRun {

    private static final String SLUG = "carte-stationnement-residentiel";

    private final Person anybody = new Person();
    private final Connection connection;

    FilingRun(Connection connection) {
        this.connection = connection;
    }

    /** Pieces of work, one filing each, for residents numbered from {@code first}. */
    List<Callable<Void>> pieces(int first, int number) throws SQLException, IOException, InterruptedException {
        prepare(first, number);
        var token = anybody.token();
        var cookies = anybody.cookieHeader();
        var pieces = new ArrayList<Callable<Void>>();
        for (int i = first; i < first + number; i++) {
            var form = "draft=" + new UUID(9, i) + "&version=1&_csrf=" + token;
            var cookie = cookies + "; parvis_session=bench-" + i;
            pieces.add(() -> file(form, cookie));
        }
        return pieces;
    }

    private static Void file(String form, String cookie) throws IOException {
        var sent = open("/demarches/" + SLUG + "/envoyer", cookie);
        sent.setDoOutput(true);
        sent.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
        int status = sent.getResponseCode();
        var receipt = sent.getHeaderField("Location");
        if (receipt == null || !receipt.endsWith("/accuse")) {
            throw new IllegalStateException("not filed: " + status + " to " + receipt);
        }
        sent.getInputStream().readAllBytes(); // the connection serves again
        var shown = open(receipt, cookie).getInputStream().readAllBytes();
        if (!new String(shown, StandardCharsets.UTF_8).contains("Accusé de réception")) {
            throw new IllegalStateException("no receipt at " + receipt);
        }
        return null;
    }

    /** The plainest client there is: what it costs is taken from the server under test. */
    private static HttpURLConnection open(String path, String cookie) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(Server.URL).resolve(path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Cookie", cookie);
        return connection;
    }

    /** The files that the product attached to the case of that resident. */
    int files(int resident) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*) from casefiles.attachment a join casefiles.case_file c on c.id = a.case_id
                        where c.owner = '%s'""".formatted(new UUID(8, resident)))) {
            row.next();
            return row.getInt(1);
        }
    }

    private void prepare(int first, int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into identity.account (id, first_name, last_name, email, password_hash, demo, created_at)
                    select ('00000000-0000-0008-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Banc', 'Essai',
                        'banc-' || n || '@parvis.example', 'none', true, now()
                    from generate_series(%1$d, %2$d) n;
                    insert into identity.session
                        (token_hash, id, account_id, device, methods, created_at, last_seen_at, expires_at)
                    select sha256(convert_to('bench-' || n, 'UTF8')), gen_random_uuid(),
                        ('00000000-0000-0008-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench', 'pwd', now(), now(),
                        now() + interval '1 day'
                    from generate_series(%1$d, %2$d) n;
                    insert into casefiles.draft (id, owner, procedure, answers, page, created_at, saved_at)
                    select ('00000000-0000-0009-0000-' || lpad(to_hex(n), 12, '0'))::uuid,
                        ('00000000-0000-0008-0000-' || lpad(to_hex(n), 12, '0'))::uuid, '%3$s',
                        (select answers from casefiles.case_file where procedure = '%3$s' limit 1), 'engagement',
                        now(), now()
                    from generate_series(%1$d, %2$d) n;
                    """.formatted(first, first + number - 1, SLUG));
        }
    }
}
