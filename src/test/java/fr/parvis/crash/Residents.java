package fr.parvis.crash;

import fr.parvis.testing.Browser;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Residents of a program, numbered from 1, each signed in and one press away from filing a request. */
final class Residents {

    static final String PROCEDURE = "autorisation-stationnement-demenagement";

    private Residents() {}

    static void move(JdbcClient database, int number, String answers) {
        database.sql("""
                        insert into identity.account (id, first_name, last_name, email, password_hash, created_at)
                        select ('00000000-0000-0001-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Zoé', 'Martin',
                            'crash-' || n || '@mel.example', 'none', now()
                        from generate_series(1, :number) n
                        """).param("number", number).update();
        database.sql("""
                        insert into identity.session
                            (token_hash, id, account_id, device, methods, created_at, last_seen_at, expires_at)
                        select sha256(convert_to('crash-' || n, 'UTF8')), gen_random_uuid(),
                            ('00000000-0000-0001-0000-' || lpad(to_hex(n), 12, '0'))::uuid, 'test', 'pwd', now(), now(),
                            now() + interval '1 day'
                        from generate_series(1, :number) n
                        """).param("number", number).update();
        database.sql("""
                        insert into casefiles.draft (id, owner, procedure, answers, page, created_at, saved_at)
                        select ('00000000-0000-0002-0000-' || lpad(to_hex(n), 12, '0'))::uuid,
                            ('00000000-0000-0001-0000-' || lpad(to_hex(n), 12, '0'))::uuid, :procedure, :answers::jsonb,
                            'engagement', now(), now()
                        from generate_series(1, :number) n
                        """)
                .param("number", number)
                .param("procedure", PROCEDURE)
                .param("answers", answers)
                .update();
    }

    static UUID account(int resident) {
        return new UUID(1, resident);
    }

    static String email(int resident) {
        return "crash-" + resident + "@mel.example";
    }

    static Browser signedIn(int port, int resident) {
        var browser = new Browser(port);
        browser.get("/connexion");
        browser.setCookie("parvis_session", "crash-" + resident);
        return browser;
    }

    /** Sends the form and opens the receipt it leads to; the reference once the receipt was shown. */
    static String file(Browser browser, int resident) {
        var sent = browser.post(
                "/demarches/" + PROCEDURE + "/envoyer", "draft", new UUID(2, resident).toString(), "version", "1");
        var reference = sent.location().replaceFirst("^/suivi/(.*)/accuse$", "$1");
        var receipt = browser.get(sent.location());
        if (receipt.status() != 200 || !receipt.body().contains(reference)) {
            throw new AssertionError("no receipt at " + sent.location() + ": " + receipt.status());
        }
        return reference;
    }
}
