package fr.parvis.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partner may say a thousand things of a case: its page stays short, and nothing is out of reach. */
@ParvisTest
class ForeignTimelineTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private String card;
    private Player zoe;
    private Browser browser;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin");
        card = "ELEVE-" + UUID.randomUUID();
        house.link(music, zoe.viewer().account(), card);
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
    }

    @Test
    void theEndOfALongThreadIsShownAndTheRestIsAPageAway() {
        var page = tell(119);

        assertThat(browser.get(page).body())
                .contains("Message 119.", "Message 70.", "en entier (120\u00a0étapes)", page + "/fil")
                .doesNotContain("Message 69.");
        assertThat(browser.get(page + "/fil").body())
                .contains("Message 1.", "Message 49.", page + "/fil?page=1")
                .doesNotContain("Message 50.", "page=-1");
        assertThat(browser.get(page + "/fil?page=2").body())
                .contains("Message 119.", page + "/fil?page=1")
                .doesNotContain("page=3");
        assertThat(browser.get(page + "/fil?page=2000000").body()).contains("rien de plus");
    }

    @Test
    void aShortThreadIsWholeOnItsPage() {
        var page = tell(49);

        assertThat(browser.get(page).body())
                .contains("Message 1.", "Message 49.")
                .doesNotContain(page + "/fil");
    }

    @Test
    void othersSeeNothingOfIt() {
        var whole = tell(1) + "/fil";
        var paul = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));

        assertThat(paul.get(whole).status()).isEqualTo(404);
        assertThat(new Browser(port).get(whole).location()).contains("/connexion?suite=");
        assertThat(browser.get("/suivi/inconnu/fil").status()).isEqualTo(404);
    }

    /** Opens a case and says so much of it; its page. */
    private String tell(int messages) {
        var key = "INS-" + UUID.randomUUID();
        Map<String, Object> person = Map.of("member", card);
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(music.event("case.opened", key, 1, Map.of("person", person, "title", "Inscription")));
        for (int i = 1; i <= messages; i++) {
            events.add(
                    music.event("case.message", key, i + 1, Map.of("person", person, "detail", "Message " + i + ".")));
        }
        music.push(events);
        return "/suivi/"
                + ledger.feed(zoe.viewer().account()).getFirst().reference().value();
    }
}
