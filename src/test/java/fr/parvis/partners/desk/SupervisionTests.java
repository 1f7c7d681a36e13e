package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.Applications;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The town's team registers partners, sees how they do and mends. */
@ParvisTest
class SupervisionTests {

    private static final String NEW = PartnersController.PATH + "/nouveau/partenaire";
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    @Autowired
    PartnerHouse house;

    @Autowired
    Partners partners;

    @Autowired
    Applications applications;

    @Autowired
    PartnerCalls calls;

    @Autowired
    Refusals refusals;

    @Autowired
    Resyncs resyncs;

    @Autowired
    Ledger ledger;

    @Autowired
    LinkedServices services;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @LocalServerPort
    int port;

    PartnerProgram music;
    Browser alix;

    @BeforeEach
    void begin() {
        music = house.register("Conservatoire", port);
        alix = signedIn(cast.administrator("Alix", "Garnier"));
    }

    @Test
    void registersAPartnerWithItsSecretsShownOnce() {
        var slug = "ludo" + UUID.randomUUID().toString().substring(0, 8);
        alix.get(NEW);
        assertThat(alix.post(NEW, "name", "Ludothèque", "slug", slug).body())
                .contains("source-erreur", "site-erreur", "unit-erreur", "contact-erreur");
        var page = alix.post(NEW, form(slug, "Ludothèque"));
        assertThat(page.status()).isEqualTo(200);
        var shown =
                SECRET.matcher(page.body()).results().map(one -> one.group(1)).toList();
        var partner = partners.bySlug(slug).orElseThrow();
        var clientId = applications.find(partner.application()).orElseThrow().clientId();
        assertThat(applications.bySecret(clientId, shown.getFirst())).isPresent();
        assertThat(shown.getLast()).startsWith("whsec_");
        assertThat(alix.get(path(slug)).body()).contains(clientId).doesNotContain(shown.getFirst(), shown.getLast());

        assertThat(alix.post(NEW, form(slug, "Encore")).body()).contains("slug-erreur", "source-erreur");
        alix.post(path(slug) + "/modifier", form(slug, "Ludothèque du parc"));
        assertThat(partners.bySlug(slug).orElseThrow().name()).isEqualTo("Ludothèque du parc");
        assertThat(alix.get(PartnersController.PATH).body()).contains("Ludothèque du parc", "Rien reçu encore");
    }

    @Test
    void theSourceOfEventsThatCameNeverChanges() {
        house.link(music, cast.resident("Zoé", "Martin").viewer().account(), "ELEVE-3");
        var path = path(music.partner.slug()) + "/modifier";
        alix.get(path);
        alix.post(path, form(music.partner.slug(), "Musique"));
        var changed = partners.find(music.partner.id()).orElseThrow();
        assertThat(changed.source()).as("nothing came yet").isNotEqualTo(music.partner.source());
        var event = opened("A-3", Map.of("member", "ELEVE-3"));
        event.put("source", changed.source());
        assertThat(music.pushOne(event).status()).isEqualTo(200);

        var again = form(music.partner.slug(), "Danse");
        assertThat(alix.post(path, again).location()).endsWith(music.partner.slug());
        again[5] += "/v2";
        assertThat(alix.post(path, again).body()).contains("source-erreur", "elle ne change plus");
        assertThat(partners.find(music.partner.id()).orElseThrow().source()).isEqualTo(changed.source());
    }

    @Test
    void suspendsAndRenewsKeys() {
        var path = path(music.partner.slug());
        alix.get(path);
        alix.post(path + "/suspendre");
        assertThat(music.push(List.of(Map.of())).code()).isEqualTo("suspended");
        assertThat(alix.get(path).body()).contains("Suspendu", "Remettre en service");
        alix.post(path + "/reprendre");
        assertThat(SECRET.matcher(alix.post(path + "/secret").body()).find()).isTrue();
        assertThat(alix.post(path + "/cle").body()).contains("whsec_", "sept jours");
        assertThat(music.push(List.of(opened("A-1", Map.of("member", "ABSENT"))))
                        .status())
                .as("the former ones still count")
                .isEqualTo(200);
        await().until(() -> alix.get(path).body().contains("1\u00a0refusé"));
        assertThat(calls.newest(music.partner.id(), false, 10))
                .extracting(call -> call.code())
                .containsExactly("unknown-person", "suspended");
    }

    @Test
    void showsARefusalWithoutWhatItSaysOfAPersonAndReplaysIt() {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        assertThat(music.pushOne(opened("A-2", Map.of("member", "ELEVE-77"))).status())
                .isEqualTo(422);
        var refused = refusals.newest(music.partner.id(), 1).getFirst();
        var path = path(music.partner.slug()) + "/refus/" + refused.id();
        assertThat(alix.get(path(music.partner.slug())).body()).contains("unknown-person", path);
        assertThat(alix.get(path).body())
                .contains("•••", "A-2", "Rien n’est perdu")
                .doesNotContain("ELEVE-77", "Inscription de Zoé");
        assertThat(alix.post(path + "/devoiler").body()).contains("ELEVE-77", "Inscription de Zoé", "Alix Garnier, ");

        house.link(music, zoe, "ELEVE-77");
        assertThat(alix.post(path + "/rejouer").location()).endsWith("?fait=applied");
        assertThat(ledger.feed(zoe)).extracting(TrackedItem::title).containsExactly("Inscription de Zoé");
        assertThat(alix.get(path).status()).isEqualTo(404);
    }

    @Test
    void asksForAResynchronisation() {
        var path = path(music.partner.slug());
        alix.get(path);
        assertThat(alix.post(path + "/remise-a-niveau").location()).endsWith("?fait=resync");
        assertThat(resyncs.asked(music.partner.id())).isPresent();
        assertThat(alix.get(path + "?fait=resync").body()).contains("demandée");
    }

    @Test
    void aPartnerIsReplacedAndItsHistoryKept() {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-5");
        var audition = Map.of("label", "Audition", "from", "2099-12-05T14:00:00+01:00");
        music.push(List.of(
                opened("A-5", Map.of("member", "ELEVE-5")),
                music.event(
                        "case.booking", "A-5", 2, Map.of("person", Map.of("member", "ELEVE-5"), "booking", audition))));
        var newer = house.register("École de musique", port);
        alix.get(path(newer.partner.slug()));
        assertThat(alix.post(path(newer.partner.slug()) + "/succession", "ancien", music.partner.slug())
                        .location())
                .endsWith("?fait=taken-over");
        assertThat(alix.post(path(newer.partner.slug()) + "/succession", "ancien", music.partner.slug())
                        .location())
                .endsWith("?fait=not-taken-over");

        assertThat(newer.push(List.of(newer.event(
                                "case.message",
                                "A-5",
                                1,
                                Map.of("person", Map.of("member", "ELEVE-5"), "detail", "Bonjour."))))
                        .statuses())
                .containsExactly("applied");
        var item = ledger.feed(zoe).getFirst();
        assertThat(ledger.feed(zoe)).hasSize(1);
        assertThat(item.provider()).isEqualTo("Conservatoire");
        assertThat(services.of(zoe, Instant.EPOCH).appointments())
                .extracting(LinkedServices.Appointment::service)
                .containsExactly("École de musique");
        assertThat(ledger.events(item.reference()))
                .extracting(TimelineEvent::actor)
                .contains("Conservatoire", "École de musique");
        assertThat(music.push(List.of(opened("A-6", Map.of("member", "ELEVE-5"))))
                        .code())
                .isEqualTo("suspended");
        assertThat(alix.get(path(music.partner.slug())).body()).contains("Remplacé par École de musique");
    }

    @Test
    void twoPartnersOfTheSameKindKeepTheirOwnCases() {
        var other = house.register("Conservatoire du centre", port);
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-9");
        house.link(other, zoe, "ELEVE-9");
        music.push(List.of(opened("A-9", Map.of("member", "ELEVE-9"))));
        other.push(List.of(other.event(
                "case.opened", "A-9", 1, Map.of("person", Map.of("member", "ELEVE-9"), "title", "Autre inscription"))));
        assertThat(ledger.feed(zoe))
                .extracting(TrackedItem::provider)
                .containsExactlyInAnyOrder("Conservatoire", "Conservatoire du centre");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/suspendre", "/secret", "/cle", "/remise-a-niveau", "/refus/1/devoiler", "/ingenieurs"})
    void isForAdministratorsOnly(String act) {
        var sam = signedIn(cast.agent("Sam", "Ba", "stationnement"));
        var path = path(music.partner.slug()) + act;
        var answer = act.isEmpty() ? sam.get(path) : sam.post(path, "email", "moi@mel.example");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(new Browser(port).get(PartnersController.PATH).location()).contains("/connexion?suite=");
        assertThat(sam.get(NEW).status()).isEqualTo(403);
    }

    private Map<String, Object> opened(String key, Map<String, Object> person) {
        return music.event("case.opened", key, 1, Map.of("person", person, "title", "Inscription de Zoé"));
    }

    private static String path(String slug) {
        return PartnersController.PATH + "/" + slug;
    }

    private static String[] form(String slug, String name) {
        return new String[] {
            "name",
            name,
            "slug",
            slug,
            "source",
            "https://" + slug + ".example",
            "site",
            "https://" + slug + ".example/",
            "unit",
            "etat-civil",
            "contact",
            "support@ludo.example"
        };
    }

    private Browser signedIn(Player player) {
        return doorman.admit(player.viewer().account(), new Browser(port));
    }
}
