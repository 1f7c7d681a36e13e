package fr.parvis.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a case that a partner handles, and the way from it to the partner's own page of the case. */
@ParvisTest
class FollowedCaseTests {

    private static final String DOOR = "/ouvrir?vers=%2Freservations%2F7";

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Linkings linkings;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PartnerProgram library;
    private Player zoe;
    private Browser browser;

    @BeforeEach
    void aReservationOfSomebodyLinked() {
        library = house.register("Médiathèque", port);
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
        var member = "M-" + UUID.randomUUID();
        house.link(library, zoe.viewer().account(), member);
        var data = Map.<String, Object>of(
                "title", "Réservation", "path", "/reservations/7", "person", Map.of("member", member));
        assertThat(library.pushOne(library.event("case.opened", "RES-7", 1, data))
                        .statuses())
                .containsExactly("applied");
    }

    @Test
    void opensSignedInOnTheVendorsPageOfTheCase() {
        var signOn = URI.create("https://livres.example/entrer");
        linkings.save(new Linking(library.partner.id(), Proof.SIGN_ON, "Vos prêts.", "Un numéro.", null, null, signOn));

        var door = "/mes-services/" + library.partner.slug() + DOOR;
        assertThat(page()).contains("href=\"" + door + "\"");
        assertThat(browser.get(door).location())
                .startsWith(signOn + "?iss=")
                .endsWith("&target_link_uri=https%3A%2F%2F"
                        + library.partner.site().getHost() + "%2Fespace%2Freservations%2F7");
    }

    @Test
    void whoIsNotLinkedFindsTheVendorsSiteWithoutSignIn() {
        jdbc.sql("delete from partners.link where account = :account")
                .param("account", zoe.viewer().account())
                .update();

        assertThat(page()).doesNotContain(DOOR).contains("href=\"" + library.partner.site() + "/reservations/7\"");
    }

    private String page() {
        var reference = ledger.feed(zoe.viewer().account()).getFirst().reference();
        return browser.get("/suivi/" + reference.value()).body();
    }
}
