package fr.parvis.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.LinkEndpoint;
import fr.parvis.partners.Partner;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Linking oneself to a partner over HTTP: what is said first, the proofs, and every way in which it can end. */
@ParvisTest
class LinkingTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Partners partners;

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
    private LinkEndpoint endpoint;
    private Player zoe;
    private Browser browser;
    private String path;

    @BeforeEach
    void aLibraryKnowsZoe() {
        library = house.register("Médiathèque", port);
        endpoint = LinkEndpoint.start(partners.signingKeys(library.partner.id()));
        endpoint.knows("C-1", "1988-05-07", "M-" + library.partner.id(), "Zoé M.");
        endpoint.knows("C-2", "2015-01-02", "L-" + library.partner.id(), "Léo M.");
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
        path = "/mes-services/" + library.partner.slug();
    }

    @AfterEach
    void close() {
        endpoint.close();
        clock.reset();
    }

    @Test
    void whatIsSharedIsSaidFirstBothWays() {
        offer(Proof.CARD, endpoint.address());

        assertThat(browser.get("/mes-services").body()).contains("Lier mon compte", path);
        assertThat(browser.get(path).body())
                .contains(
                        "Ce que la ville saura de vous", "Vos prêts.", "Ce que ce service saura de vous", "Un numéro.")
                .contains(path + "/lier");
        assertThat(endpoint.calls()).isZero();
    }

    @Test
    void strangersAreSentToSignIn() {
        offer(Proof.CARD, endpoint.address());
        for (var address : new String[] {"/mes-services", path, path + "/lier", path + "/ouvrir", path + "/retour"}) {
            assertThat(new Browser(port).get(address).location()).contains("/connexion?suite=");
        }
    }

    @Test
    void whoWasAwayIsAskedAgainWhoTheyAre() {
        offer(Proof.CARD, endpoint.address());
        clock.pass(Duration.ofMinutes(31));

        assertThat(browser.get(path).status()).isEqualTo(200);
        assertThat(browser.get(path + "/lier").location()).contains("/compte/confirmation?suite=");
        assertThat(browser.get(path + "/lier/connexion").location()).contains("/compte/confirmation?suite=");
        assertThat(card("C-1", "07/05/1988").location()).contains("/compte/confirmation?suite=");
        assertThat(browser.post(path + "/lier/accord", "label", "Zoé").location())
                .contains("/compte/confirmation?suite=");
        assertThat(endpoint.calls()).isZero();
    }

    @Test
    void aCardAndABirthDateLinkAfterAgreement() {
        offer(Proof.CARD, endpoint.address());

        assertThat(card("C-1", "7/5/1988").location()).isEqualTo(path + "/lier/accord");
        assertThat(mine()).isEmpty();
        assertThat(browser.get(path + "/lier/accord").body()).contains("<b>Zoé M.</b></p>");
        assertThat(browser.post(path + "/lier/accord", "label", " ").status()).isEqualTo(422);
        assertThat(agree("Moi").location()).isEqualTo(path + "?fait=lie");

        assertThat(mine()).extracting(Link::label).containsExactly("Moi");
        assertThat(mine()).extracting(Link::member).containsExactly("M-" + library.partner.id());
        assertThat(browser.get("/mes-services").body()).contains("par le numéro de carte");
        awaitMail("Médiathèque\u00a0: compte lié");
    }

    @Test
    void whatProvesNothingIsRefusedWithoutSayingWhatIsWrong() {
        offer(Proof.CARD, endpoint.address());

        var wrongDate = card("C-1", "08/05/1988");
        var wrongCard = card("C-9", "07/05/1988");

        assertThat(wrongDate.status()).isEqualTo(422);
        assertThat(wrongDate.body()).contains("ne connaît pas ce numéro avec cette date", "value=\"C-1\"");
        assertThat(wrongCard.body().replace("C-9", "C-1").replaceAll("_csrf\" value=\"[^\"]*", ""))
                .isEqualTo(wrongDate.body().replace("08/05", "07/05").replaceAll("_csrf\" value=\"[^\"]*", ""));
        assertThat(card("", "31/02/1988").body()).contains("2 points à corriger");
        assertThat(browser.get(path + "/lier/accord").location()).isEqualTo(path + "?fait=perdu");
    }

    @Test
    void guessingIsSlowedDown() {
        offer(Proof.CARD, endpoint.address());
        for (int guess = 0; guess < 5; guess++) {
            card("C-" + guess + 100, "07/05/1988");
        }
        int asked = endpoint.calls();

        var sixth = card("C-1", "07/05/1988");

        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.body()).contains("Trop d’essais");
        assertThat(sixth.header("Retry-After")).isNotEmpty();
        assertThat(endpoint.calls()).isEqualTo(asked);
    }

    @Test
    void onesOwnCardDoesNotBuyMoreGuesses() {
        offer(Proof.CARD, endpoint.address());
        for (int guess = 0; guess < 4; guess++) {
            card("C-" + guess + 100, "07/05/1988");
        }
        assertThat(card("C-1", "07/05/1988").location()).isEqualTo(path + "/lier/accord");

        assertThat(card("C-9", "07/05/1988").body()).contains("ne connaît pas");
        assertThat(card("C-8", "07/05/1988").body()).contains("Trop d’essais");
    }

    @Test
    void oneCardIsNotGuessedAtFromManyAccounts() {
        offer(Proof.CARD, endpoint.address());
        for (int account = 0; account < 2; account++) {
            for (int day = 1; day <= 5; day++) {
                assertThat(card(day % 2 == 0 ? "C-1" : "c 1", "0" + day + "/05/1988")
                                .body())
                        .contains("ne connaît pas");
            }
            browser = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));
        }

        assertThat(card("C-1", "07/05/1988").body()).contains("Trop d’essais");
        assertThat(card("C-2", "02/01/2015").location()).isEqualTo(path + "/lier/accord");
    }

    @Test
    void aPartnerThatFailsLeavesAWayOn() {
        offer(Proof.CARD, endpoint.address());
        for (int status : new int[] {500, 401, 302}) {
            endpoint.failWith(status);
            var page = card("C-1", "07/05/1988");
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("ne répond pas pour le moment", "value=\"C-1\"", "Une question");
        }
    }

    @Test
    void nothingIsAskedInsideOurNetwork() {
        offer(Proof.CARD, URI.create("http://169.254.169.254/latest"));

        assertThat(card("C-1", "07/05/1988").body()).contains("ne répond pas pour le moment");
    }

    @Test
    void aCodeThatThePartnerSentLinks() {
        offer(Proof.CODE, endpoint.address());

        assertThat(browser.post(path + "/lier/code", "identifier", "C-1").location())
                .isEqualTo(path + "/lier/code");
        assertThat(browser.get(path + "/lier/code").body()).contains("Écrivez le code reçu");
        assertThat(check("000000").body()).contains("Ce code n’est pas le bon");
        assertThat(check(LinkEndpoint.CODE).location()).isEqualTo(path + "/lier/accord");
        agree("Zoé");

        assertThat(mine()).extracting(Link::provenBy).containsExactly(Proof.CODE);
    }

    @Test
    void whetherAnIdentifierIsKnownDoesNotShow() {
        offer(Proof.CODE, endpoint.address());

        assertThat(browser.post(path + "/lier/code", "identifier", "inconnu").location())
                .isEqualTo(path + "/lier/code");
        assertThat(check(LinkEndpoint.CODE).body()).contains("Ce code n’est pas le bon");
    }

    @Test
    void aCodeDiesAfterAQuarterOfAnHour() {
        offer(Proof.CODE, endpoint.address());
        browser.post(path + "/lier/code", "identifier", "C-1");
        clock.pass(Duration.ofMinutes(16));

        assertThat(check(LinkEndpoint.CODE).body()).contains("trop ancien");
        assertThat(browser.get(path + "/lier").location()).contains("/compte/confirmation?suite=");
    }

    @Test
    void theTownsOwnAccountNeedsAgreementOnly() {
        offer(Proof.SIGN_ON, null);

        assertThat(browser.get(path + "/lier").body()).contains("Votre accord suffit");
        assertThat(browser.post(path + "/lier").location()).isEqualTo(path + "?fait=lie");
        assertThat(browser.post(path + "/lier").location()).isEqualTo(path + "?fait=deja");
        assertThat(mine()).allSatisfy(link -> assertThat(link.member()).isEqualTo(link.sub()));
    }

    @Test
    void agreementAloneIsNotEnoughElsewhere() {
        offer(Proof.CARD, endpoint.address());

        assertThat(browser.post(path + "/lier").status()).isEqualTo(404);
        assertThat(browser.get(path + "/lier/connexion").status()).isEqualTo(404);
        assertThat(mine()).isEmpty();
    }

    @Test
    void anotherAccountLinksThemWithItsOwnProofAndNeitherLearnsOfTheOther() {
        offer(Proof.CARD, endpoint.address());
        card("C-1", "07/05/1988");
        agree("Moi");
        card("C-1", "07/05/1988");
        assertThat(agree("Encore moi").location()).isEqualTo(path + "?fait=deja");

        browser = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));
        assertThat(agree("Maman").location()).isEqualTo(path + "?fait=perdu");
        card("C-1", "07/05/1988");
        assertThat(agree("Maman").location()).isEqualTo(path + "?fait=lie");

        assertThat(mine()).extracting(Link::label).containsExactly("Moi");
        assertThat(browser.get("/mes-services").body()).contains("Maman").doesNotContain("<b>Moi</b>", "Zoé Martin");
        assertThat(browser.get(path).body()).contains("Maman").doesNotContain("Zoé Martin");
    }

    @Test
    void othersNeitherSeeNorUndoALink() {
        offer(Proof.CARD, endpoint.address());
        card("C-1", "07/05/1988");
        agree("Moi");
        var link = "/mes-services/liens/" + mine().getFirst().id() + "/retrait";
        var paul = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));

        assertThat(paul.get("/mes-services").body()).doesNotContain(link);
        assertThat(paul.get(link).status()).isEqualTo(404);
        assertThat(paul.post(link).status()).isEqualTo(404);
        assertThat(new Browser(port).get(link).location()).contains("/connexion?suite=");
        assertThat(mine()).hasSize(1);
    }

    @Test
    void aSuspendedPartnerCannotBeLinked() {
        offer(Proof.CARD, endpoint.address());
        var partner = library.partner;
        partners.save(new Partner(
                partner.id(),
                partner.slug(),
                partner.name(),
                partner.application(),
                partner.source(),
                partner.site(),
                partner.unit(),
                partner.contact(),
                true,
                null));

        assertThat(browser.get(path).status()).isEqualTo(404);
        assertThat(browser.get("/mes-services").body()).doesNotContain(path);
        assertThat(browser.get("/mes-services/inconnu").status()).isEqualTo(404);
    }

    private void offer(Proof method, @Nullable URI address) {
        linkings.save(new Linking(library.partner.id(), method, "Vos prêts.", "Un numéro.", address, null, null));
    }

    private Page card(String card, String birthDate) {
        return browser.post(path + "/lier/carte", "card", card, "birthDate", birthDate, "identifier", "");
    }

    private Page check(String code) {
        return browser.post(path + "/lier/code/verification", "code", code);
    }

    private Page agree(String label) {
        return browser.post(path + "/lier/accord", "label", label);
    }

    private List<Link> mine() {
        return links.of(zoe.viewer().account());
    }

    private void awaitMail(String subject) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(MailServer.receivedBy(zoe.email()))
                        .anySatisfy(mail -> assertThat(mail.getSubject()).isEqualTo(subject)));
    }
}
