package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.Row;
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
import tools.jackson.databind.json.JsonMapper;

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
    ApplicationJournal journal;

    @Autowired
    PartnerCalls calls;

    @Autowired
    Refusals refusals;

    @Autowired
    Resyncs resyncs;

    @Autowired
    Feeds feeds;

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
        var registered = alix.post(NEW, form(slug, "Ludothèque"));
        assertThat(registered.location()).isEqualTo(path(slug));
        assertThat(signedIn(cast.administrator("Luc", "Roy")).get(path(slug)).body())
                .as("they are shown to who registered it")
                .doesNotContain("whsec_");
        var page = alix.get(path(slug));
        var shown =
                SECRET.matcher(page.body()).results().map(one -> one.group(1)).toList();
        var partner = partners.bySlug(slug).orElseThrow();
        var clientId = applications.find(partner.application()).orElseThrow().clientId();
        assertThat(applications.bySecret(clientId, shown.getFirst())).isPresent();
        assertThat(shown.getLast()).startsWith("whsec_");
        assertThat(alix.get(path(slug)).body())
                .contains(clientId, "/oauth2/token", "/api/v1/evenements", "/partenaires/guide")
                .doesNotContain(shown.getFirst(), shown.getLast());

        assertThat(alix.post(NEW, form(slug, "Encore")).body()).contains("slug-erreur", "source-erreur");
        alix.post(path(slug) + "/modifier", form(slug, "Ludothèque du parc"));
        assertThat(partners.bySlug(slug).orElseThrow().name()).isEqualTo("Ludothèque du parc");
        assertThat(alix.get(PartnersController.PATH).body()).contains("Ludothèque du parc", "Rien reçu encore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide", "invitation"})
    void noPartnerHasTheNameOfAPageOfOurs(String slug) {
        alix.get(NEW);
        assertThat(alix.post(NEW, form(slug, "Ludothèque")).body()).contains("slug-erreur", "a déjà une page");
        assertThat(partners.bySlug(slug)).isEmpty();
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
        assertThat(alix.post(path + "/suspendre", "raison", " ").location()).endsWith("?fait=no-reason");
        assertThat(partners.bySlug(music.partner.slug()).orElseThrow().suspended())
                .isFalse();
        assertThat(alix.post(path + "/suspendre", "raison", "Fuite de son secret")
                        .location())
                .endsWith("?fait=suspended");
        assertThat(alix.get(path + "?fait=suspended").body()).contains("ne peut plus rien dire");
        assertThat(journal.newest(music.partner.application(), 5))
                .extracting(ApplicationJournal.Event::detail)
                .contains("liaison suspendue («\u00a0Fuite de son secret\u00a0») par Alix Garnier");
        assertThat(music.push(List.of(Map.of())).code()).isEqualTo("suspended");
        assertThat(alix.get(path).body()).contains("Suspendu", "Remettre en service");
        alix.post(path + "/reprendre");
        assertThat(SECRET.matcher(
                                alix.get(alix.post(path + "/secret").location()).body())
                        .find())
                .isTrue();
        assertThat(alix.get(alix.post(path + "/cle").location()).body()).contains("whsec_", "sept jours");
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
    void showsNothingOfARefusedLineBeforeItIsAskedForAndReplaysNone() {
        feeds.save(music.partner, Enrolments.MAPPING);
        var line = JsonMapper.shared()
                .createObjectNode()
                .put("numero", "INS-1")
                .put("carte", "ELEVE-77")
                .put("echeance", "Mme Petit");
        feeds.take(music.partner, feeds.mapping(music.partner).orElseThrow(), List.of(new Row(2, line, null)));
        var refused = refusals.newest(music.partner.id(), 1).getFirst();
        var path = path(music.partner.slug()) + "/refus/" + refused.id();

        assertThat(alix.get(path(music.partner.slug())).body())
                .contains("bad-value", "/todo/before")
                .doesNotContain("Petit");
        assertThat(alix.get(path).body())
                .contains("•••", "bad-value", "Masqué, car")
                .doesNotContain("ELEVE-77", "Petit", "Rejouer");
        alix.post(path + "/rejouer");
        assertThat(refusals.find(music.partner.id(), refused.id())).isPresent();
        assertThat(alix.post(path + "/devoiler").body())
                .contains("ELEVE-77", "« Mme Petit » ne convient pas", "Alix Garnier, ");
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
    void whoWouldHaveToLinkAgainIsCounted() {
        var newer = house.register("École de musique", port);
        for (var name : List.of("Inès", "Paul")) {
            house.link(music, cast.resident(name, "Martin").viewer().account(), "ELEVE-5");
        }
        house.link(newer, cast.resident("Karim", "Haddad").viewer().account(), "ELEVE-5");

        assertThat(alix.get(path(newer.partner.slug()) + "/succession?ancien=" + music.partner.slug())
                        .body())
                .contains("2\u00a0habitants liés", "2\u00a0habitants devront lier de nouveau", "par courriel")
                .doesNotContain("e-mail");
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
        var page = path(newer.partner.slug());
        assertThat(alix.get(page).body()).contains("<option value=\"\">Choisir…</option>");
        assertThat(alix.get(page + "/succession?ancien=").location()).endsWith("?fait=nobody-chosen");
        assertThat(alix.get(page + "/succession?ancien=" + music.partner.slug()).body())
                .contains(
                        "1\u00a0dossier suivi",
                        "0\u00a0demande confiée",
                        "1\u00a0habitant lié",
                        "0\u00a0habitant devra lier",
                        "École de musique remplace");
        var unsure = alix.post(path(newer.partner.slug()) + "/succession", "ancien", music.partner.slug());
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.body()).contains("Cochez cette case", "href=\"#numeros\"");
        assertThat(alix.post(
                                path(newer.partner.slug()) + "/succession",
                                "ancien",
                                music.partner.slug(),
                                "numeros",
                                "oui")
                        .location())
                .endsWith("?fait=taken-over");
        assertThat(alix.post(
                                path(newer.partner.slug()) + "/succession",
                                "ancien",
                                music.partner.slug(),
                                "numeros",
                                "oui")
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
        assertThat(item.provider()).isEqualTo("École de musique");
        assertThat(services.of(zoe, Instant.EPOCH).appointments())
                .extracting(LinkedServices.Appointment::service)
                .containsExactly("École de musique");
        assertThat(ledger.events(item.reference()))
                .extracting(TimelineEvent::actor)
                .contains("Conservatoire", "École de musique");
        assertThat(music.push(List.of(opened("A-6", Map.of("member", "ELEVE-5"))))
                        .code())
                .isEqualTo("suspended");
        assertThat(alix.get(path(music.partner.slug())).body())
                .contains("Remplacé par École de musique")
                .doesNotContain("/remise-a-niveau", "/reprendre");
        assertThat(alix.post(path(music.partner.slug()) + "/remise-a-niveau").status())
                .isEqualTo(404);
        assertThat(alix.post(path(music.partner.slug()) + "/reprendre").status())
                .isEqualTo(404);
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
            strings = {
                "",
                "/suspendre",
                "/secret",
                "/cle",
                "/remise-a-niveau",
                "/succession",
                "/refus/1/devoiler",
                "/ingenieurs"
            })
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
