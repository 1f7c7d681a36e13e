package fr.parvis.partners.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.French;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The private calendar feed over HTTP. */
@ParvisTest
@ExtendWith(OutputCaptureExtension.class)
class AgendaTests {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+(/agenda/[\\w-]{43}\\.ics)");

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Player zoe;
    private Browser browser;

    @BeforeEach
    void somebodyIsThere() {
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
    }

    @Test
    void theFeedHoldsDatesAndNothingInItsAddress() {
        tellDates();
        browser.get("/mon-fil/agenda");
        var feed = new Browser(port).get(make());

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(feed.header("Cache-Control")).contains("private");
        assertThat(feed.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(feed.body())
                .contains("SUMMARY:Rendre 2 livres\r\n", "SUMMARY:Heure du conte\r\n", "SUMMARY:Envoyez une photo\r\n");
        assertThat(feed.body().lines().filter(line -> line.startsWith("UID:")).distinct())
                .hasSize(3);
        assertThat(uids(new Browser(port).get(make()).body())).isEqualTo(uids(feed.body()));
    }

    @Test
    void theAddressOpensTheCalendarOfThePerson() {
        browser.get("/mon-fil/agenda");
        var page = browser.post("/mon-fil/agenda").body();

        var address = ADDRESS.matcher(page);
        assertThat(address.find()).isTrue();
        assertThat(page).contains("href=\"webcal" + address.group().substring("http".length()) + "\"");
    }

    @Test
    void sessionsOfACaseStandSideBySideUntilTheyAreCancelled() {
        var library = house.register("Médiathèque", port);
        var member = "M-" + UUID.randomUUID();
        house.link(library, zoe.viewer().account(), member);
        library.push(List.of(
                ofCase(library, member, 1, "case.opened", Map.of("title", "Stage de dessin")),
                session(library, member, 2, Map.of("id", "S-1", "label", "Première séance")),
                session(library, member, 3, Map.of("id", "S-2", "label", "Deuxième séance")),
                session(library, member, 4, Map.of("label", "Accueil")),
                session(library, member, 5, Map.of("label", "Accueil à onze heures")),
                session(library, member, 6, Map.of("id", "S-1", "label", "Première séance, salle 3"))));
        browser.get("/mon-fil/agenda");
        var address = make();

        var before = new Browser(port).get(address).body();
        assertThat(summaries(before))
                .containsExactlyInAnyOrder("Première séance\\, salle 3", "Deuxième séance", "Accueil à onze heures");
        assertThat(uids(before)).doesNotHaveDuplicates();
        assertThat(browser.get("/mon-fil").body())
                .contains("Première séance, salle 3", "Deuxième séance", "Accueil à onze heures");

        library.push(List.of(
                session(library, member, 7, Map.of("id", "S-1", "label", "Première séance", "cancelled", true)),
                session(library, member, 8, Map.of("id", "S-9", "label", "Inconnue", "cancelled", true))));
        var after = new Browser(port).get(address).body();
        assertThat(summaries(after)).containsExactlyInAnyOrder("Deuxième séance", "Accueil à onze heures");
        assertThat(uids(before)).containsAll(uids(after));
        assertThat(browser.get("/mon-fil").body())
                .contains("Rendez-vous annulé")
                .doesNotContain("salle 3");

        library.push(List.of(
                ofCase(library, member, 9, "case.state", whole("Troisième séance")),
                session(library, member, 10, Map.of("id", "S-4", "label", "Quatrième séance"))));
        assertThat(summaries(new Browser(port).get(address).body()))
                .containsExactlyInAnyOrder("Troisième séance", "Quatrième séance");

        library.push(List.of(ofCase(library, member, 11, "case.withdrawn", Map.of())));
        assertThat(summaries(new Browser(port).get(address).body())).isEmpty();
    }

    @Test
    void whatIsBookedAndGivenUpInOnePushWasNeverThere() {
        var library = house.register("Médiathèque", port);
        var member = "M-" + UUID.randomUUID();
        house.link(library, zoe.viewer().account(), member);
        library.push(List.of(
                ofCase(library, member, 1, "case.opened", Map.of("title", "Stage de dessin")),
                session(library, member, 2, Map.of("id", "S-1", "label", "Première séance")),
                session(library, member, 3, Map.of("id", "S-2", "label", "Deuxième séance")),
                session(library, member, 4, Map.of("id", "S-2", "label", "Deuxième séance", "cancelled", true))));
        browser.get("/mon-fil/agenda");

        assertThat(summaries(new Browser(port).get(make()).body())).containsExactly("Première séance");
    }

    @Test
    void theAddressIsShownOnce() {
        browser.get("/mon-fil/agenda");
        var address = make();

        assertThat(browser.get("/mon-fil/agenda").body())
                .contains("Faire une nouvelle adresse")
                .doesNotContain(address);
    }

    @Test
    void aFailureIsLoggedWithoutTheAddress(CapturedOutput log) {
        browser.get("/mon-fil/agenda");
        var address = make();
        jdbc.sql("alter table partners.calendar rename to calendar_away").update();
        try {
            assertThat(new Browser(port).get(address).status()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table partners.calendar_away rename to calendar").update();
        }

        assertThat(log.getAll())
                .containsPattern("Failure E-\\w+ on /agenda/\\{token}\\.ics")
                .doesNotContain(address.replaceAll("^/agenda/|\\.ics$", ""));
    }

    @Test
    void aRenewedOrRemovedAddressOpensNothing() {
        browser.get("/mon-fil/agenda");
        var first = make();
        var second = make();
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);

        assertThat(browser.post("/mon-fil/agenda/retrait").location()).isEqualTo("/mon-fil/agenda?fait=retrait");

        assertThat(status(second)).isEqualTo(404);
        assertThat(status("/agenda/inconnu.ics")).isEqualTo(404);
    }

    @Test
    void aClosedAccountHasNoFeed(
            @Autowired ApplicationEventPublisher events, @Autowired TransactionTemplate transaction) {
        browser.get("/mon-fil/agenda");
        var address = make();

        transaction.executeWithoutResult(
                status -> events.publishEvent(new AccountClosed(zoe.viewer().account(), zoe.email())));

        assertThat(status(address)).isEqualTo(404);
    }

    @Test
    void strangersAreSentToSignIn() {
        assertThat(new Browser(port).get("/mon-fil/agenda").location()).contains("/connexion?suite=");
    }

    private void tellDates() {
        var library = house.register("Médiathèque", port);
        var member = "M-" + UUID.randomUUID();
        house.link(library, zoe.viewer().account(), member);
        var soon = French.day(Instant.now().plus(Duration.ofDays(3))).toString();
        var person = Map.of("member", member);
        var answer = library.push(List.of(
                facts(
                        library,
                        Map.of("person", person, "facts", List.of(Map.of("text", "Rendre 2 livres", "before", soon)))),
                library.event("case.opened", "A-1", 1, Map.of("person", person, "title", "Atelier")),
                library.event(
                        "case.booking",
                        "A-1",
                        2,
                        Map.of(
                                "person",
                                person,
                                "booking",
                                Map.of("label", "Heure du conte", "from", soon + "T10:00:00+01:00"))),
                library.event("case.opened", "A-2", 1, Map.of("person", person, "title", "Carte")),
                library.event(
                        "case.action-required",
                        "A-2",
                        2,
                        Map.of(
                                "person",
                                person,
                                "todo",
                                Map.of("kind", "DOCUMENT", "label", "Envoyez une photo", "before", soon)))));
        assertThat(answer.statuses()).containsOnly("applied").hasSize(5);
    }

    private static Map<String, Object> session(
            PartnerProgram program, String member, long sequence, Map<String, Object> booking) {
        Map<String, Object> whole = new HashMap<>(booking);
        whole.put("from", French.day(Instant.now()).plusDays(3) + "T10:00:00+01:00");
        return ofCase(program, member, sequence, "case.booking", Map.of("booking", whole));
    }

    private static Map<String, Object> whole(String session) {
        var from = French.day(Instant.now()).plusDays(4) + "T10:00:00+01:00";
        return Map.of(
                "title",
                "Stage de dessin",
                "steps",
                Map.of("done", 1, "total", 3),
                "booking",
                Map.of("id", "S-3", "label", session, "from", from));
    }

    private static Map<String, Object> ofCase(
            PartnerProgram program, String member, long sequence, String type, Map<String, Object> data) {
        Map<String, Object> whole = new HashMap<>(data);
        whole.put("person", Map.of("member", member));
        return program.event(type, "STAGE-1", sequence, whole);
    }

    private static List<String> summaries(String feed) {
        return feed.lines()
                .filter(line -> line.startsWith("SUMMARY:"))
                .map(line -> line.substring("SUMMARY:".length()))
                .toList();
    }

    private static Map<String, Object> facts(PartnerProgram program, Map<String, Object> data) {
        var event = program.event("person.facts", "x", 1, data);
        event.remove("subject");
        return event;
    }

    private String make() {
        var found = ADDRESS.matcher(browser.post("/mon-fil/agenda").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int status(String address) {
        return new Browser(port).get(address).status();
    }

    private static List<String> uids(String feed) {
        return feed.lines().filter(line -> line.startsWith("UID:")).toList();
    }
}
