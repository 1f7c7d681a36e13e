package fr.parvis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Partners of the bench: registered at the desk as any other, with people linked to them. */
final class Vendors {

    private static final Pattern CLIENT = Pattern.compile("<dt>Identifiant \\(client_id\\)</dt>\\s*<dd><code>([^<]+)");
    private static final Pattern SHOWN = Pattern.compile("<p>([^<(]+)[^<]*</p>\\s*<p><code class=\"secret\">([^<]+)");
    private static final String KEY_PREFIX = "whsec_";

    private Vendors() {}

    /**
     * What a partner's program holds.
     *
     * @param key signs its calls
     */
    @SuppressWarnings("ArrayRecordComponent") // signs, never compared
    record Vendor(UUID id, String source, String clientId, String secret, byte[] key) {}

    /** Registers a partner that listens there; empty when it only tells. */
    static Vendor register(Connection connection, String slug, String webhook)
            throws IOException, InterruptedException, SQLException {
        var source = "https://" + slug + ".example";
        var page = Person.signedIn("admin@parvis.example")
                .post(
                        "/bureau/partenaires/nouveau/partenaire",
                        Map.of(
                                "name", "Banc " + slug,
                                "slug", slug,
                                "source", source,
                                "site", source,
                                "webhook", webhook,
                                "unit", "stationnement",
                                "contact", "banc@" + slug + ".example"))
                .body();
        var client = CLIENT.matcher(page);
        String secret = "";
        byte[] key = {};
        for (var shown = SHOWN.matcher(page); shown.find(); ) {
            if (shown.group(2).startsWith(KEY_PREFIX)) {
                key = Base64.getDecoder().decode(shown.group(2).substring(KEY_PREFIX.length()));
            } else {
                secret = shown.group(2);
            }
        }
        if (!client.find() || secret.isEmpty() || key.length == 0) {
            throw new IllegalStateException("the desk did not register " + slug);
        }
        return new Vendor(id(connection, slug), source, client.group(1), secret, key);
    }

    /** Links so many people, known to the partner as {@code M-0}, {@code M-1}… */
    static void link(Connection connection, Vendor vendor, int people) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into partners.link (id, partner, account, sub, member, label, proven_by, linked_at)
                select gen_random_uuid(), ?, gen_random_uuid(), 'S-' || n, 'M-' || n, 'Moi', 'CARD', now()
                from generate_series(0, ? - 1) n
                """)) {
            insert.setObject(1, vendor.id());
            insert.setInt(2, people);
            insert.executeUpdate();
        }
    }

    /** Links the demo resident to ten services whose sites answer nobody, each with two lines to show; once. */
    static void linkTenServices(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into partners.partner (id, slug, name, application, source, site, unit, contact, signing_key,
                        created_at)
                    select gen_random_uuid(), 'banc-' || n, 'Service ' || n, gen_random_uuid(), 'https://banc-' || n,
                        'http://127.0.0.1:9', 'stationnement', 'banc@banc.example', '\\x00', now()
                    from generate_series(1, 10) n on conflict do nothing
                    """);
            statement.execute("""
                    insert into partners.link (id, partner, account, sub, member, label, proven_by, linked_at)
                    select gen_random_uuid(), p.id, a.id, p.slug, p.slug, 'Moi', 'CARD', now()
                    from partners.partner p, identity.account a
                    where p.slug like 'banc-%' and a.email = 'resident@parvis.example' on conflict do nothing
                    """);
            statement.execute("""
                    insert into partners.facts (partner, account, member, sequence, at, received_at, content)
                    select partner, account, member, 1, now(), now(),
                        '[{"text": "2 prêts à rendre", "before": "2099-12-04"}, {"text": "solde", "cents": 1240}]'
                    from partners.link where member like 'banc-%' on conflict do nothing
                    """);
        }
    }

    private static UUID id(Connection connection, String slug) throws SQLException {
        try (var query = connection.prepareStatement("select id from partners.partner where slug = ?")) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
