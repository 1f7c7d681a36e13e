package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.calls.Refused;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.Row;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TrackedItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the team makes of many refusals at once, and of few. */
@ParvisTest
class RefusedTogetherTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Refusals refusals;

    @Autowired
    private Feeds feeds;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private Browser alix;
    private String path;

    @BeforeEach
    void fourEventsAreRefusedForTwoReasons() {
        music = house.register("Conservatoire", port);
        path = PartnersController.PATH + "/" + music.partner.slug();
        alix = doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
        music.push(List.of(
                opened("A-1", "ELEVE-1"),
                opened("A-2", "ELEVE-1"),
                opened("A-3", "ELEVE-2"),
                music.event("case.opened", "A-4", 1, Map.of("title", "Inscription"))));
    }

    @Test
    void eachIsTitledByWhyWhatAndWhichCase() {
        assertThat(alix.get(path).body())
                .contains("unknown-person · case.opened · A-1", "unknown-person · case.opened · A-3", "· A-4")
                .doesNotContain("ELEVE-1");
    }

    @Test
    void allOfOneReasonAreTriedAgainTogether() {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-1");
        assertThat(alix.get(path).body()).contains("«&nbsp;unknown-person&nbsp;» (3)");

        var told = alix.post(path + "/rejouer", "code", "unknown-person").location();

        assertThat(alix.get(told).body()).contains("Rejoués", "«&nbsp;unknown-person&nbsp;» (1)");
        assertThat(ledger.feed(zoe)).extracting(TrackedItem::title).containsExactly("Inscription", "Inscription");
        assertThat(refusals.newest(music.partner.id(), 10))
                .extracting(Refused::code)
                .hasSize(2);
    }

    @Test
    void linesOfTablesAreNotTakenForEvents() {
        feeds.save(music.partner, Enrolments.MAPPING);
        var line = JsonMapper.shared().createObjectNode().put("numero", "INS-1").put("carte", "ELEVE-1");
        take(line.deepCopy().put("echeance", "31/02/2027"));
        take(line.deepCopy().put("cours", "\u0007"));
        music.pushOne(
                music.event("case.opened", "A-6", 1, Map.of("person", Map.of("member", "ELEVE-1"), "title", "\u0007")));
        assertThat(codes()).startsWith("bad-text", "bad-text", "bad-value");
        assertThat(alix.get(path).body())
                .contains("«&nbsp;bad-text&nbsp;» (1)")
                .doesNotContain("«&nbsp;bad-value&nbsp;» (");

        alix.post(path + "/rejouer", "code", "bad-text");
        alix.post(path + "/rejouer", "code", "bad-value");

        assertThat(codes()).startsWith("bad-text", "bad-text", "bad-value");
    }

    @Test
    void aHandfulIsNoJudgementAndWhatIsCaughtUpIsNoDelay() {
        house.link(music, cast.resident("Zoé", "Martin").viewer().account(), "ELEVE-1");
        music.pushOne(opened("A-5", "ELEVE-1"));

        assertThat(alix.get(path).body())
                .contains("Trop peu pour juger", "4 sur 5", "seulement des événements de plus d’un jour")
                .doesNotContain("En bonne santé");
    }

    @Test
    void theMenuSaysWhereThesePagesLie() {
        var refused = refusals.newest(music.partner.id(), 1).getFirst().id();
        assertThat(alix.get(path + "/refus/" + refused).body())
                .contains("href=\"" + PartnersController.PATH + "\" aria-current=\"page\"")
                .containsOnlyOnce("aria-current");
    }

    @Test
    void onlyAdministratorsTryAgain() {
        var sam =
                doorman.admit(cast.agent("Sam", "Ba", "stationnement").viewer().account(), new Browser(port));
        sam.get("/bureau");
        assertThat(sam.post(path + "/rejouer", "code", "unknown-person").status())
                .isEqualTo(403);
    }

    private void take(ObjectNode line) {
        feeds.take(music.partner, feeds.mapping(music.partner).orElseThrow(), List.of(new Row(2, line, null)));
    }

    private List<String> codes() {
        return refusals.newest(music.partner.id(), 10).stream()
                .map(Refused::code)
                .toList();
    }

    private Map<String, Object> opened(String key, String member) {
        return music.event("case.opened", key, 1, Map.of("person", Map.of("member", member), "title", "Inscription"));
    }
}
