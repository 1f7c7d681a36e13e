package fr.parvis.partners.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.Reference;
import fr.parvis.notifications.Notifications;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.CallLine;
import fr.parvis.partners.calls.CallLine.Mark;
import fr.parvis.partners.calls.CallLines;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.signing.Signature;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Engineers see the partner they were invited for, and nothing of another's. */
@ParvisTest
class ConsoleTests {

    private static final Pattern INVITATION = Pattern.compile("/partenaires/invitation/[\\w-]+");
    private static final Pattern NEXT = Pattern.compile("<http://localhost:\\d+([^>]+)>; rel=\"next\"");

    @Autowired
    PartnerHouse house;

    @Autowired
    Engineers engineers;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    CallLines lines;

    @Autowired
    Notifications notifications;

    @Autowired
    Ledger ledger;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    PartnerProgram music;
    UUID zoe;
    Browser ines;

    @BeforeEach
    void anEngineerIsInvited() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-1");
        ines = signedIn(cast.resident("Inès", "Petit"));
        var invitation = invite();
        assertThat(ines.get(invitation).body()).contains("Rejoindre la console de Conservatoire", "Inès Petit");
        assertThat(ines.post(invitation).location()).isEqualTo(path());
    }

    @Test
    void anEngineerSeesTheirCallsExplained() {
        music.push(List.of(opened("A-1", "ELEVE-1"), opened("A-2", "INCONNU")));
        await().until(() -> ines.get(path()).body().contains("1\u00a0appliqué, 1\u00a0refusé"));
        assertThat(ines.get(path()).body())
                .contains("unknown-person", "Aucun habitant n’a lié son compte", "/data/person\u00a0: ")
                .contains("Voir l’événement refusé", "N’insistez pas")
                .doesNotContain("rejouez", "L’éditeur");
        var refusal =
                Pattern.compile(path() + "/refus/\\d+").matcher(ines.get(path()).body());
        assertThat(refusal.find()).isTrue();
        assertThat(ines.get(refusal.group()).body()).contains("INCONNU", "/data/person");
        assertThat(ines.get(path() + "/dossiers").body())
                .contains("A-1", "en cours")
                .doesNotContain("A-2");
        assertThat(ines.get(path() + "?direct=oui").header("Refresh")).isEqualTo("5");
        assertThat(ines.get(path()).header("Refresh")).isEmpty();
    }

    @Test
    void eachCallLeadsToWhatItWasToldAndSpeaksToWhoReadsIt() {
        music.push(List.of(opened("A-1", "INCONNU")));
        music.pushOne(
                music.event("case.opened", "A-2", 1, Map.of("person", Map.of("member", "ELEVE-1"), "titel", "x")));
        music.push(
                music.token(), "application/cloudevents+json", "{}".getBytes(UTF_8), new Signature("a", "1", "v1,x"));
        music.get("/api/v1/partenaires/documents/inconnu");
        await().until(() -> ines.get(path()).body().contains("unknown-link"));

        assertThat(lines.newest(music.partner.id(), 9, path(), Reader.VENDOR))
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.mark()).isEqualTo(Mark.REFUSED))
                .extracting(line -> line.refusal() == null ? "" : line.refusal().detail(), CallLine::advice)
                .satisfiesExactly(
                        link -> assertThat(link.toList().getLast().toString()).contains("Relisez le dossier"),
                        clock -> assertThat(clock.toList().getLast().toString()).contains("bad-clock"),
                        member -> assertThat(member.toList().toString())
                                .contains("/data/titel", "n’existe pas dans le contrat", "Corrigez votre programme"),
                        person -> assertThat(person.toList().toString()).contains("/data/person", "N’insistez pas"));
        assertThat(lines.newest(music.partner.id(), 9, path(), Reader.TOWN)
                        .getLast()
                        .advice())
                .contains("rejouez l’événement");
    }

    @Test
    void aRunNeedsATypeAndItsReportSaysWhatItIsAbout() {
        var runs = path() + "/conformite";
        ines.get(runs);
        var none = ines.post(runs);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("Cochez au moins un type");
        var all = ines.post(runs, "cocher", "tous").location();
        assertThat(ines.get(all).body().split(" checked", -1)).hasSize(EventType.values().length + 1);
        assertThat(ines.get(runs).body()).doesNotContain(" checked");

        var report = ines.get(ines.post(runs, "types", EventType.OPENED.code()).location());
        assertThat(report.body())
                .contains("Pas encore conforme", "Commencé le ", ", en cours", "État au ", "Contrôle", "n°\u00a0")
                .contains(EventType.OPENED.code(), "Pas contrôlé hors du bac à sable")
                .doesNotContain(EventType.CLOSED.code());
    }

    @Test
    void othersSeeNothing() {
        var other = house.register("Piscine", port);
        var paul = signedIn(cast.resident("Paul", "Roux"));
        for (var page : List.of("", "/dossiers", "/refus/1", "/conformite")) {
            assertThat(paul.get(path() + page).status()).isEqualTo(404);
            assertThat(ines.get("/partenaires/" + other.partner.slug() + page).status())
                    .isEqualTo(404);
        }
        for (var act : List.of(
                "/secret",
                "/cle",
                "/habitants-inventes",
                "/conformite",
                "/conformite/" + UUID.randomUUID() + "/essais")) {
            assertThat(paul.post(path() + act).status()).isEqualTo(404);
        }
        assertThat(paul.get("/partenaires").status()).isEqualTo(404);
        assertThat(ines.get("/partenaires").location()).isEqualTo(path());
        assertThat(new Browser(port).get(path()).location()).contains("/connexion?suite=");
    }

    @Test
    void anEngineerFindsTheWayBackAndOnTheFirstDayWhatItNeedsFirst() {
        assertThat(ines.get("/compte").body()).contains("href=\"/partenaires\"");
        assertThat(signedIn(cast.resident("Paul", "Roux")).get("/compte").body())
                .doesNotContain("href=\"/partenaires\"");

        assertThat(ines.get(path()).body()).containsSubsequence("Santé", "Clés et adresses");
        sandboxes.add(music.partner.id());
        assertThat(ines.get(path()).body())
                .containsSubsequence("Inventer trois habitants", "Clés et adresses", "http://localhost:", "Santé");
    }

    @Test
    void anInvitationServesOnceAndForAWeek() {
        var paul = signedIn(cast.resident("Paul", "Roux"));
        var invitation = invite();
        paul.get(invitation);
        assertThat(paul.post(invitation).status()).isEqualTo(303);
        assertThat(signedIn(cast.resident("Luc", "Roy")).post(invitation).status())
                .isEqualTo(404);
        var late = invite();
        clock.pass(Duration.ofDays(8));
        try {
            assertThat(signedIn(cast.resident("Luc", "Roy")).get(late).status()).isEqualTo(404);
        } finally {
            clock.reset();
        }
        engineers.of(music.partner.id()).forEach(one -> engineers.remove(music.partner.id(), one.id()));
        assertThat(ines.get(path()).status()).isEqualTo(404);
    }

    @Test
    void renewsKeysOnceTheyShowedWhoTheyAre() {
        ines.get(path());
        assertThat(ines.get(ines.post(path() + "/cle").location()).body()).contains("whsec_");
        assertThat(ines.get(path()).body()).doesNotContain("whsec_");
        assertThat(ines.get(ines.post(path() + "/secret").location()).body()).contains("class=\"secret\"");
        assertThat(music.push(List.of(opened("A-1", "ELEVE-1"))).status())
                .as("the former ones still count")
                .isEqualTo(200);
        clock.pass(Duration.ofMinutes(31));
        try {
            assertThat(ines.post(path() + "/secret").location()).contains("/compte/confirmation?suite=");
        } finally {
            clock.reset();
        }
    }

    @Test
    void aProgramThatSignsWithItsOwnKeysIsOfferedNoSecret() {
        assertThat(ines.get(path()).body()).contains("Renouveler le secret");
        var application = "/bureau/applications/" + music.partner.application();
        var alix = signedIn(cast.administrator("Alix", "Garnier"));
        alix.get(application + "/modifier");
        alix.post(
                application + "/modifier",
                "name",
                "Conservatoire",
                "purpose",
                "Suivre.",
                "contact",
                "support@parc.example",
                "keySet",
                "https://parc.example/cles");
        assertThat(ines.get(path()).body())
                .contains("sans secret", "Renouveler la clé de signature")
                .doesNotContain("Renouveler le secret");
    }

    @Test
    void aProgramReadsWhichCasesWeHold() {
        var other = house.register("Piscine", port);
        var events = IntStream.rangeClosed(1, 501)
                .mapToObj(i -> opened("D %04d".formatted(i), "ELEVE-1"))
                .toList();
        music.push(events);
        var first = call("/api/v1/partenaires/dossiers", music);
        assertThat(first.status()).isEqualTo(200);
        var cases = JsonMapper.shared().readTree(first.body()).path("cases");
        assertThat(cases.size()).isEqualTo(500);
        assertThat(cases.get(0).path("key").asString()).isEqualTo("D 0001");
        assertThat(cases.get(0).path("sequence").asInt()).isEqualTo(1);
        assertThat(cases.get(0).path("state").asString()).isEqualTo("OPEN");
        var next = NEXT.matcher(first.header("Link"));
        assertThat(next.find()).isTrue();
        var second = call(next.group(1), music);
        assertThat(second.body()).contains("D 0501").doesNotContain("D 0500");
        assertThat(second.header("Link")).isEmpty();
        assertThat(call("/api/v1/partenaires/dossiers", other).body()).doesNotContain("D 0001");
        assertThat(new Browser(port).get("/api/v1/partenaires/dossiers").status())
                .isEqualTo(401);
    }

    @Test
    void aPartnerOnTrialKnowsInventedPeopleOnly() {
        sandboxes.add(music.partner.id());
        ines.get(path());
        ines.post(path() + "/habitants-inventes");
        assertThat(ines.get(path()).body()).contains("Bac à sable", "ESSAI-1", "ESSAI-3");
        assertThat(music.push(List.of(opened("A-1", "ELEVE-1"), opened("A-2", "ESSAI-1")))
                        .statuses())
                .containsExactly("refused", "applied");
        assertThat(ledger.feed(zoe)).isEmpty();
        var invented = references();
        assertThat(invented)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(ledger.find(one)).isPresent());

        sandboxes.leave(music.partner.id());
        assertThat(invented).allSatisfy(one -> {
            assertThat(ledger.find(one)).isEmpty();
            assertThat(ledger.events(one)).isEmpty();
        });
        assertThat(references()).isEmpty();
        assertThat(sandboxes.people(music.partner.id())).isEmpty();
        assertThat(music.push(List.of(opened("A-3", "ELEVE-1"), opened("A-4", "ESSAI-1")))
                        .statuses())
                .containsExactly("applied", "refused");
    }

    @Test
    void anEngineerSeesWhatAnInventedPersonWould() {
        sandboxes.add(music.partner.id());
        sandboxes.invent(music.partner.id());
        var person = Map.of("member", "ESSAI-1");
        var todo = Map.of("kind", "DOCUMENT", "label", "Envoyez une photo");
        var facts = List.of(Map.of("text", "2 instruments loués", "todo", true, "path", "/locations"));
        assertThat(music.push(List.of(
                                opened("A-1", "ESSAI-1"),
                                music.event("case.action-required", "A-1", 2, Map.of("person", person, "todo", todo)),
                                music.event("person.facts", "", 1, Map.of("person", person, "facts", facts))))
                        .statuses())
                .containsOnly("applied");
        var preview = path() + "/habitants-inventes/ESSAI-1";
        assertThat(ines.get(path()).body()).contains(preview, "Voir ce que voit Camille");

        var feed = ines.get(preview).body();
        assertThat(feed)
                .contains("Ce que voit Camille", "Envoyez une photo", "2 instruments loués")
                .contains(music.partner.page("/locations").toString())
                .doesNotContain("/suivi/", "/mes-services/");
        var one = preview + "/" + references().getFirst().value();
        assertThat(feed).contains(one);
        assertThat(ines.get(one).body())
                .contains("Inscription", "Demande déposée", "À vous", "Envoyez une photo", preview);
        assertThat(ines.get(path() + "/habitants-inventes/ESSAI-2").body())
                .contains("Ce que voit Léo")
                .doesNotContain("Envoyez une photo");
    }

    @Test
    void nobodySeesMoreThanTheInventedPeopleOfTheirOwnPartner() {
        music.push(List.of(opened("A-1", "ELEVE-1")));
        var ofZoe = references().getFirst().value();
        sandboxes.add(music.partner.id());
        sandboxes.invent(music.partner.id());
        var other = house.register("Piscine", port);
        sandboxes.add(other.partner.id());
        sandboxes.invent(other.partner.id());
        music.push(List.of(opened("A-2", "ESSAI-2")));
        var ofLeo = references().stream()
                .map(Reference::value)
                .filter(one -> !one.equals(ofZoe))
                .findFirst()
                .orElseThrow();
        var people = path() + "/habitants-inventes/";
        var paul = signedIn(cast.resident("Paul", "Roux"));

        assertThat(ines.get(people + "ESSAI-2/" + ofLeo).status()).isEqualTo(200);
        for (var page : List.of("ELEVE-1", "ELEVE-1/" + ofZoe, "ESSAI-1/" + ofZoe, "ESSAI-1/" + ofLeo, "ESSAI-1/abc")) {
            assertThat(ines.get(people + page).status()).as(page).isEqualTo(404);
        }
        assertThat(ines.get("/partenaires/" + other.partner.slug() + "/habitants-inventes/ESSAI-1")
                        .status())
                .isEqualTo(404);
        for (var page : List.of("ESSAI-2", "ESSAI-2/" + ofLeo)) {
            assertThat(paul.get(people + page).status()).isEqualTo(404);
            assertThat(new Browser(port).get(people + page).location()).contains("/connexion?suite=");
        }
        sandboxes.leave(music.partner.id());
        assertThat(ines.get(people + "ESSAI-2").status()).isEqualTo(404);
        assertThat(ines.get(people + "ESSAI-2/" + ofLeo).status()).isEqualTo(404);
    }

    private List<Reference> references() {
        return jdbc.sql("select reference from partners.foreign_case where partner = :partner")
                .param("partner", music.partner.id())
                .query((row, number) -> new Reference(row.getString(1)))
                .list();
    }

    private Browser.Page call(String path, PartnerProgram program) {
        return new Browser(port)
                .with("Authorization", "Bearer " + program.token())
                .get(path);
    }

    private String invite() {
        var email = Cast.newEmail();
        engineers.invite(music.partner, email);
        var text = notifications.recent(500).stream()
                .filter(sent -> sent.to().equals(email))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(text).contains("/partenaires/guide");
        var found = INVITATION.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String path() {
        return "/partenaires/" + music.partner.slug();
    }

    private Map<String, Object> opened(String key, String member) {
        return music.event("case.opened", key, 1, Map.of("person", Map.of("member", member), "title", "Inscription"));
    }

    private Browser signedIn(Player player) {
        return doorman.admit(player.viewer().account(), new Browser(port));
    }
}
