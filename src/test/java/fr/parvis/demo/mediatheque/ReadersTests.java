package fr.parvis.demo.mediatheque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.Sandbox;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Readers come signed in to the page that the town leads to, and see their own loans there. */
@ParvisTest
class ReadersTests {

    private static final Set<Claim> CLAIMS = Set.of(Claim.GIVEN_NAME, Claim.EMAIL);

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private Applications applications;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private MovingClock clock;

    @LocalServerPort
    private int port;

    private Mediatheque library;
    private Loans loans;
    private Followers followers;
    private UUID application;
    private Browser site;

    @BeforeEach
    void theLibraryIsOpen() throws IOException {
        var client = "livres-" + UUID.randomUUID();
        var secret = "secret-" + UUID.randomUUID();
        var discovery = URI.create("http://localhost:" + port + "/.well-known/openid-configuration");
        library = Mediatheque.start(0, discovery, client, secret, new SecureRandom());
        application = UUID.randomUUID();
        applications.save(registration(client));
        applications.useSecret(application, secret);
        var vendor = sandbox.vendor("Médiathèque", Loans.TABLES, Loans.MEMBER);
        loans = new Loans(vendor.database(), vendor.outbox(), vendor.connection(), clock);
        followers = new Followers(vendor.database());
        loans.begin();
        library.openCounter(loans, vendor.outbox());
        site = new Browser(library.address().getPort());
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void theTownLeadsAReaderToTheirLoans() {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        followers.add(sub(zoe), Loans.MEMBER);
        loans.act("amende", Map.of("thing", Loans.MEMBER));

        var page = signIn(zoe, invitation("http://localhost:" + port, library.address() + Shelf.PATH));

        assertThat(page.body())
                .contains("Mes prêts", "Le Grand Meaulnes", "Pietr le Letton", "arrivé", "3,50\u00a0€", "/mon-fil")
                .doesNotContain("<button");
    }

    @Test
    void whoComesByThemselvesSignsInAndFindsTheSamePage() {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        followers.add(sub(zoe), Loans.MEMBER);

        assertThat(site.get(Shelf.PATH).body()).isEmpty();
        assertThat(signIn(zoe, Shelf.PATH).body()).contains("Le Grand Meaulnes", "Vous ne devez rien.");
    }

    @Test
    void nobodySeesTheLoansOfAnother() {
        followers.add(sub(cast.resident("Zoé", "Martin").viewer().account()), Loans.MEMBER);
        var paul = cast.resident("Paul", "Durand").viewer().account();
        sub(paul);

        assertThat(signIn(paul, Shelf.PATH).body())
                .contains("Aucune carte de lecteur")
                .doesNotContain("Le Grand Meaulnes");
    }

    @Test
    void nobodyIsLedElsewhereNorByAnotherTown() {
        var town = "http://localhost:" + port;
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        sub(zoe);

        assertThat(signIn(zoe, invitation(town, "https://ailleurs.example/prets"))
                        .body())
                .contains("Vos rappels partiront");
        assertThat(site.get(invitation("https://ailleurs.example", library.address() + Shelf.PATH))
                        .body())
                .contains("ce n’est pas la ville qui demande");
    }

    /** Follows where each answer leads, from the library to the town and back. */
    private Browser.Page signIn(UUID account, String from) {
        var town = doorman.admit(account, new Browser(port));
        var back = town.get(path(site.get(from).location()));
        var there = back.location().isEmpty() ? back.header("Refresh").replace("0;url=", "") : back.location();
        return site.get(path(site.get(path(there)).location()));
    }

    private static String path(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String invitation(String issuer, String target) {
        return "/connexion?iss=" + encode(issuer) + "&target_link_uri=" + encode(target);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String sub(UUID account) {
        acquaintances.agree(application, account, CLAIMS);
        return acquaintances.find(application, account).orElseThrow().sub();
    }

    private Application registration(String client) {
        return new Application(
                application,
                client,
                "Médiathèque",
                "Emprunter des livres.",
                "support@mediatheque.example",
                Protocol.OPENID,
                List.of(library.address().resolve("/retour").toString()),
                List.of(library.address().resolve("/").toString()),
                null,
                CLAIMS,
                null,
                Algorithm.RS256,
                false,
                false);
    }
}
