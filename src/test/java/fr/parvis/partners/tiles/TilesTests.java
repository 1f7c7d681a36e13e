package fr.parvis.partners.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.French;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners push, on "Mon fil": lines of services, things to do, this week, and leaving with the link. */
@ParvisTest
class TilesTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Linkings linkings;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private MovingClock clock;

    @LocalServerPort
    private int port;

    private PartnerProgram library;
    private Player zoe;
    private Browser browser;
    private String moi;
    private String leo;

    @BeforeEach
    void somebodyIsLinked() {
        library = house.register("Médiathèque", port);
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
        moi = "M-" + UUID.randomUUID();
        leo = "L-" + UUID.randomUUID();
        house.link(library, zoe.viewer().account(), moi);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aLinkedServiceShowsItsLine() {
        facts(moi, fact("2 prêts à rendre", "before", day(3)), fact("solde", "cents", 1240));

        assertThat(feed())
                .contains(
                        "2 prêts à rendre avant " + French.deadline(day(3), day(0)) + " · solde\u00a0: 12,40\u00a0€",
                        opens(library))
                .doesNotContain("À jour", "À vous de jouer");
    }

    @Test
    void whatMustBeDoneIsAmongMyTasks() {
        facts(moi, fact("Régler l’amende", "cents", 300, "before", day(2), "todo", true, "path", "/payer?n=1"));

        assertThat(feed())
                .containsSubsequence(
                        "À vous de jouer",
                        "Régler l’amende\u00a0: 3,00\u00a0€",
                        opens(library) + "?vers=%2Fpayer%3Fn%3D1",
                        "Cette semaine");
    }

    @Test
    void nothingIsToBeDoneWhereNobodyIsLinkedAnyMore(@Autowired JdbcClient jdbc) {
        facts(moi, fact("Rendre le DVD", "before", day(2), "todo", true));
        assertThat(feed()).contains("Rendre le DVD");

        jdbc.sql("delete from partners.link where account = :account")
                .param("account", zoe.viewer().account())
                .update();

        assertThat(feed()).doesNotContain("Rendre le DVD");
    }

    @Test
    void whatIsMostUrgentComesFirstWhoeverAsksForIt() {
        facts(moi, fact("Rendre le DVD", "before", day(2), "todo", true));
        ask("A", Map.of("kind", "ANSWER", "label", "Donnez votre avis"));
        ask("B", Map.of("kind", "DOCUMENT", "label", "Envoyez une photo", "before", day(5).toString()));
        ask("C", Map.of("kind", "PAYMENT", "label", "Réglez l’adhésion", "before", day(1).toString()));
        ask("D", Map.of("kind", "APPOINTMENT", "label", "Choisissez une heure", "before", day(3).toString()));

        assertThat(feed())
                .containsSubsequence(
                        "Réglez l’adhésion",
                        "avant demain soir",
                        "Payer<",
                        "Rendre le DVD",
                        "Ouvrir<",
                        "Choisissez une heure",
                        "Voir<",
                        "Envoyez une photo",
                        "Ajouter la pièce<",
                        "Donnez votre avis",
                        "Répondre<");
    }

    @Test
    void aMessageLeavesWhatIsAskedAsItIs() {
        ask("A", Map.of("kind", "PAYMENT", "label", "Réglez l’adhésion"));
        book("A", 3, "case.message", Map.of("detail", "Par carte ou au guichet."));

        assertThat(feed()).contains("Réglez l’adhésion", "Payer<");
    }

    @Test
    void aServiceThatToldNothingSaysWhetherACaseIsUnderWay() {
        assertThat(feed()).contains("Compte lié, rien à signaler.");

        book("A", 1, "case.opened", Map.of("title", "Inscription"));
        assertThat(feed()).contains("1\u00a0dossier en cours.").doesNotContain("rien à signaler");

        book("A", 2, "case.closed", Map.of());
        assertThat(feed()).contains("Compte lié, rien à signaler.");
    }

    @Test
    void theThreadSaysOnceWhatIsAskedOrUnderWay() {
        var steps = Map.of("done", 1, "total", 3, "now", "Étude du dossier");
        book("A", 1, "case.opened", Map.of("title", "Inscription"));
        book("A", 2, "case.step", Map.of("steps", steps, "detail", "Sous quinze jours."));
        assertThat(thread())
                .containsOnlyOnce("<b>Étude du dossier</b>")
                .containsSubsequence("Demande déposée", "Étude du dossier", "en cours", "Sous quinze jours.");

        var photo = Map.of("kind", "DOCUMENT", "label", "Envoyez une photo");
        book("A", 3, "case.action-required", Map.of("steps", steps, "todo", photo));
        assertThat(thread())
                .containsOnlyOnce("Envoyez une photo")
                .containsSubsequence("Étude du dossier", "À vous&nbsp;: Envoyez une photo", "du service «&nbsp;");

        book("A", 4, "case.amount-due", Map.of("amount", Map.of("cents", 1200)));
        assertThat(thread())
                .containsSubsequence("<b>Envoyez une photo</b>", "À vous&nbsp;: Régler 12,00")
                .doesNotContain("À régler\u00a0: ");
    }

    @Test
    void eachPersonOfTheFamilyHasALine() {
        house.link(library, zoe.viewer().account(), leo);
        facts(moi, fact("1 prêt"));
        facts(leo, fact("4 prêts"));

        assertThat(feed()).contains("Moi\u00a0: 1 prêt", "Moi\u00a0: 4 prêts");
    }

    @Test
    void oldDataSayTheirAge() {
        clock.passUntil(LocalTime.NOON);
        facts(moi, fact("1 prêt"));
        clock.pass(Duration.ofHours(25));

        assertThat(feed()).contains("1 prêt", "À jour hier à ");
    }

    @Test
    void datesOfTheWeekStandTogether() {
        var tomorrow = day(1).atTime(LocalTime.of(9, 20)).atZone(French.PARIS).toOffsetDateTime();
        book("RDV-1", 1, "case.opened", Map.of("title", "Atelier d’écriture"));
        book(
                "RDV-1",
                2,
                "case.booking",
                Map.of("booking", Map.of("label", "Premier atelier", "from", tomorrow.toString(), "place", "Salle 2")));
        book("RDV-2", 1, "case.opened", Map.of("title", "Autre atelier"));
        book(
                "RDV-2",
                2,
                "case.booking",
                Map.of(
                        "booking",
                        Map.of(
                                "label",
                                "Bien plus tard",
                                "from",
                                tomorrow.plusDays(20).toString())));

        assertThat(feed())
                .containsSubsequence(
                        "Cette semaine", "Demain", "9\u00a0h\u00a020", "Premier atelier", "Médiathèque, Salle 2")
                .doesNotContain("Bien plus tard");

        book("RDV-1", 3, "case.withdrawn", Map.of());
        assertThat(feed()).doesNotContain("Premier atelier");
    }

    @Test
    void nothingOfOthersIsThere() {
        facts(moi, fact("2 prêts à rendre"));
        var paul = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));

        assertThat(paul.get("/mon-fil").body()).doesNotContain("2 prêts", opens(library));
        assertThat(paul.get(opens(library)).location()).isEqualTo("/mes-services/" + library.partner.slug());
    }

    @Test
    void aTileOpensUnderThePartnersSiteOnly() {
        var site = library.partner.site().toString();
        assertThat(open("/prets?n=1")).isEqualTo(site + "/prets?n=1");
        for (var bad : List.of(
                "//ailleurs.example",
                "https://ailleurs.example",
                "/../admin",
                "/a/%2e%2e/%2E%2E/b",
                "/\\ailleurs",
                "prets",
                "/a b")) {
            assertThat(open(bad)).as(bad).isEqualTo(site + "/");
        }
    }

    @Test
    void aPartnerThatSignsPeopleInIsAskedTo() {
        linkings.save(new Linking(
                library.partner.id(),
                Proof.SIGN_ON,
                "Vos prêts.",
                "Un numéro.",
                null,
                null,
                URI.create("https://mediatheque.example/oidc/debut")));

        assertThat(open("/prets"))
                .startsWith("https://mediatheque.example/oidc/debut?iss=http%3A%2F%2Flocalhost%3A" + port
                        + "&target_link_uri=")
                .endsWith(URLEncoder.encode(library.partner.site() + "/prets", StandardCharsets.UTF_8));
    }

    @Test
    void whatAPartnerToldLeavesWithTheLastLinkAndCanComeBack() {
        facts(moi, fact("2 prêts à rendre"));
        var opened = event("INS-1", 1, "case.opened", Map.of("title", "Réservation d’un livre"));
        library.pushOne(opened);
        var link = links.of(zoe.viewer().account()).getFirst().id();
        assertThat(browser.get("/mes-services/liens/" + link + "/retrait").body())
                .contains("Rien ne change dans ce service");

        assertThat(browser.post("/mes-services/liens/" + link + "/retrait").location())
                .isEqualTo("/mes-services?fait=retrait");

        assertThat(feed()).doesNotContain("2 prêts", "Réservation d’un livre", opens(library));
        assertThat(library.push(List.of(opened)).fault()).isEqualTo("unknown-person");
        house.link(library, zoe.viewer().account(), moi);
        assertThat(library.pushOne(opened).statuses()).containsExactly("applied");
        assertThat(feed()).contains("Réservation d’un livre");
    }

    @Test
    void oneOfAFamilyLeavesAlone() {
        house.link(library, zoe.viewer().account(), leo);
        facts(moi, fact("1 prêt de Zoé"));
        facts(leo, fact("4 prêts de Léo"));
        book("INS-1", 1, "case.opened", Map.of("title", "Atelier de Zoé"));
        library.pushOne(library.event(
                "case.opened", "INS-2", 1, Map.of("person", Map.of("member", leo), "title", "Atelier de Léo")));
        var his = links.of(zoe.viewer().account()).stream()
                .filter(link -> link.member().equals(leo))
                .findFirst()
                .orElseThrow()
                .id();

        browser.get("/mes-services");
        browser.post("/mes-services/liens/" + his + "/retrait");

        assertThat(feed())
                .contains("1 prêt de Zoé", "Atelier de Zoé")
                .doesNotContain("4 prêts de Léo", "Atelier de Léo");
    }

    private String thread() {
        var feed = feed();
        int at = feed.indexOf("/suivi/");
        return browser.get(feed.substring(at, feed.indexOf('"', at))).body();
    }

    private void ask(String key, Map<String, Object> todo) {
        book(key, 1, "case.opened", Map.of("title", "Dossier " + key));
        book(key, 2, "case.action-required", Map.of("todo", todo));
    }

    private String feed() {
        return browser.get("/mon-fil").body();
    }

    private String open(String path) {
        return browser.get(opens(library) + "?vers=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .location();
    }

    private static String opens(PartnerProgram program) {
        return "/mes-services/" + program.partner.slug() + "/ouvrir";
    }

    private LocalDate day(int later) {
        return French.day(clock.instant()).plusDays(later);
    }

    private void facts(String member, Object... facts) {
        var now = clock.instant().toString();
        var event = library.event(
                "person.facts", "x", 1, Map.of("person", Map.of("member", member), "facts", List.of(facts)));
        event.remove("subject");
        event.put("time", now);
        assertThat(library.pushOne(event).statuses()).containsExactly("applied");
    }

    private void book(String key, long sequence, String type, Map<String, Object> data) {
        assertThat(library.pushOne(event(key, sequence, type, data)).statuses()).containsExactly("applied");
    }

    private Map<String, Object> event(String key, long sequence, String type, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("person", Map.of("member", moi));
        return library.event(type, key, sequence, whole);
    }

    private static Map<String, Object> fact(String text, Object... more) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("text", text);
        for (int i = 0; i < more.length; i += 2) {
            fact.put((String) more[i], more[i + 1] instanceof LocalDate date ? date.toString() : more[i + 1]);
        }
        return fact;
    }
}
