package fr.parvis.casefiles.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.Drafts;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Reminders;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Procedures;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParvisTest
class FillingTests {

    private static final String FORM = "/demarches/" + FormAnswers.PARKING;

    @Autowired
    Drafts drafts;

    @Autowired
    Reminders reminders;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    CaseCast cast;
    Viewer zoe;
    Browser browser;

    @BeforeEach
    void zoeBegins(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        browser = cast.signedIn(zoe);
        browser.post(FORM + "/commencer");
    }

    @Test
    void beginsOnTheFirstPageWithWhatTheAccountKnows() {
        var begun = browser.post(FORM + "/commencer");
        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.location()).isEqualTo(FORM + "/remplir/vous");
        assertThat(browser.get(begun.location()).body())
                .contains(
                        "value=\"Zoé\"",
                        "value=\"Martin\"",
                        "étape&nbsp;1 sur&nbsp;5",
                        "Enregistrer et finir plus tard");
    }

    @Test
    void theLinkClickedAgainTakesUpTheSameDraftWhereItWasLeft() {
        firstPage();
        browser.post(FORM + "/commencer");
        browser.post(FORM + "/remplir/vehicule", "immatriculation", "AB-123-CD", "a_mon_nom", "oui");
        assertThat(browser.get(FORM + "/commencer").location()).isEqualTo(FORM + "/remplir/vehicule");
        assertThat(drafts.of(zoe.account())).hasSize(1);
    }

    @Test
    void twoFormsOfDifferentProceduresAreTwoDrafts() {
        browser.post("/demarches/" + FormAnswers.BIRTH + "/commencer");
        assertThat(drafts.of(zoe.account())).hasSize(2);
    }

    @Test
    void aRightPageGoesOnToTheNextOne() {
        assertThat(firstPage().location()).isEqualTo(FORM + "/remplir/vehicule");
    }

    @Test
    void aWrongPageComesBackWithWhatWasTypedAndKeepsWhatWasRight() {
        var page = browser.post(
                FORM + "/remplir/vous", "prenom", "Zoé", "nom", "", "adresse", "12 rue Carnot", "telephone", "douze");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("À corriger", "href=\"#nom\"", "id=\"nom-erreur\"", "value=\"douze\"", "12 rue Carnot")
                .contains("aria-invalid=\"true\"");
        assertThat(browser.get(FORM + "/remplir/vous").body()).contains("12 rue Carnot");
    }

    @Test
    void aMegabyteOfTextIsRefusedBesideItsField() {
        var page = browser.post(FORM + "/remplir/vous", "prenom", "Zoé", "nom", "a".repeat(1_000_000));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"nom-erreur\"").contains("au plus");
    }

    @Test
    void controlCharactersDoNotReachTheAnswers() {
        browser.post(FORM + "/remplir/vous", "prenom", "Z\u0000o\u0007é\u202e", "nom", "Mar\ttin");
        assertThat(browser.get(FORM + "/remplir/vous").body()).contains("value=\"Zoé\"", "value=\"Mar tin\"");
    }

    @Test
    void nothingTypedActsAsPartOfThePage() {
        browser.post(FORM + "/remplir/vous", "prenom", "\"><script>alert(1)</script>", "nom", "O’Neil <3");
        assertThat(browser.get(FORM + "/remplir/vous").body())
                .doesNotContain("<script>alert")
                .contains("&lt;script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nouvelle", "__proto__", "adresse[0].rue", "nom.nombre", "page"})
    void fieldsTheFormDoesNotHaveAreLeftOut(String unknown) {
        assertThat(browser.post(
                                FORM + "/remplir/vous",
                                unknown,
                                "x",
                                "nom",
                                "Martin",
                                "hebergement",
                                "chateau",
                                "hebergement",
                                "locataire")
                        .status())
                .isEqualTo(422);
        assertThat(answers()).doesNotContain(unknown, "chateau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nulle-part", "attestation", "%00", "..%3B", "<script>"})
    void aPageThatIsNotThereLeadsBackToTheDraft(String key) {
        var path = FORM + "/remplir/" + key.replace("<", "%3C").replace(">", "%3E");
        var shown = browser.get(path);
        if (shown.status() == 303) {
            assertThat(shown.location()).isEqualTo(FORM + "/commencer");
            assertThat(browser.post(path, "detenteur", "proche").location()).isEqualTo(FORM + "/commencer");
        } else {
            assertThat(shown.status()).isBetween(400, 404);
        }
    }

    @Test
    void aPageHiddenByAnAnswerAppearsWhenTheAnswerChanges() {
        browser.post(FORM + "/remplir/vehicule", "immatriculation", "AB-123-CD", "a_mon_nom", "non");
        assertThat(browser.get(FORM + "/remplir/attestation").status()).isEqualTo(200);
        browser.post(FORM + "/remplir/vehicule", "immatriculation", "AB-123-CD", "a_mon_nom", "oui");
        assertThat(browser.get(FORM + "/remplir/attestation").location()).isEqualTo(FORM + "/commencer");
    }

    @Test
    void aFieldAndAPageRemovedWhileTheDraftIsOpenDoNoHarm() {
        cast.fill(zoe, FormAnswers.PARKING);
        jdbc.sql("""
                        update casefiles.draft set page = 'page-disparue', answers = answers
                            || '{"champ_disparu": "x", "immatriculation": {"etrange": 1}, "adresse": 12, "nom": ["a"]}'
                        where owner = :owner
                        """).param("owner", zoe.account()).update();
        assertThat(browser.get(FORM + "/commencer").location()).isEqualTo(FORM + "/remplir/vous");
        assertThat(browser.get(FORM + "/remplir/vous").status()).isEqualTo(200);
        assertThat(browser.get(FORM + "/remplir/vehicule").status()).isEqualTo(200);
        assertThat(browser.get(FORM + "/verifier").location()).isEqualTo(FORM + "/remplir/vous?manque=1");
        cast.fill(zoe, FormAnswers.PARKING);
        assertThat(browser.get(FORM + "/verifier").body()).contains("Vérifiez vos réponses", "AB-123-CD");
    }

    @Test
    void finishingLaterKeepsThePageAndTellsWhereItIs() {
        var left = browser.post(FORM + "/remplir/vous", "nom", "Durand", "action", "plus-tard");
        assertThat(left.location()).isEqualTo("/mon-fil");
        assertThat(answers()).contains("Durand");
        assertThat(cast.subjectsTo(zoe)).contains("Votre formulaire est enregistré");
        assertThat(cast.messagesTo(zoe)).containsPattern("http://localhost:\\d+" + FORM + "/commencer");
        assertThat(browser.get("/mon-fil").body()).contains("Formulaire à terminer", FORM + "/commencer");
    }

    @Test
    void aWrongAnswerIsThereToCorrectAfterFinishingLater() {
        browser.post(
                FORM + "/remplir/vehicule",
                "immatriculation",
                "ZZ-9 mauvais",
                "a_mon_nom",
                "oui",
                "action",
                "plus-tard");
        assertThat(browser.get(FORM + "/remplir/vehicule").body())
                .contains("value=\"ZZ-9 mauvais\"", "id=\"immatriculation-erreur\"", "À corriger");
        assertThat(browser.get(FORM + "/verifier").status()).isEqualTo(303);
    }

    @Test
    void goingBackKeepsWhatWasTyped() {
        var page = FORM + "/remplir/vehicule";
        assertThat(browser.get(page).body()).contains("value=\"retour\">Revenir en arrière</button>");
        var back = browser.post(page, "immatriculation", "AB-123-CD", "action", "retour");
        assertThat(back.location()).isEqualTo(FORM + "/remplir/vous");
        assertThat(browser.get(page).body()).contains("value=\"AB-123-CD\"").doesNotContain("À corriger");
        assertThat(browser.post(FORM + "/remplir/vous", "nom", "Durand", "action", "retour")
                        .location())
                .isEqualTo(FORM);
        assertThat(answers()).contains("Durand");
    }

    @Test
    void oneMessageADaySaysWhereTheFormIs(@Autowired MovingClock clock) {
        for (int press = 0; press < 6; press++) {
            browser.post(FORM + "/remplir/vous", "nom", "Durand", "action", "plus-tard");
        }
        assertThat(cast.subjectsTo(zoe)).hasSize(1);
        try {
            clock.pass(Duration.ofDays(1));
            reminders.saved(zoe, procedures.current(FormAnswers.PARKING).orElseThrow());
            assertThat(cast.subjectsTo(zoe)).hasSize(2);
        } finally {
            clock.reset();
        }
    }

    @Test
    void aPageThatIsNotCompleteSaysWhatIsMissing() {
        var sentBack = browser.get(FORM + "/verifier");
        assertThat(sentBack.location()).isEqualTo(FORM + "/remplir/vous?manque=1");
        assertThat(browser.get(sentBack.location()).body())
                .contains("À corriger", "class=\"summary\"", "href=\"#adresse\"", "value=\"Zoé\"");
    }

    @Test
    void aLinkBeginsNothingButOffersTo() {
        drafts.discard(zoe, FormAnswers.PARKING);
        var offered = browser.get(FORM + "/commencer");
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.body())
                .contains("Vous pouvez commencer", "method=\"post\" action=\"" + FORM + "/commencer\"");
        assertThat(drafts.of(zoe.account())).isEmpty();
        assertThat(browser.get(FORM).body()).contains("method=\"post\" action=\"" + FORM + "/commencer\"");
        assertThat(cast.stranger().get(FORM).body()).contains("href=\"" + FORM + "/commencer\"");
    }

    @Test
    void aPageLeftOpenWhileItsDraftWentBeginsAnewWithWhatWasTyped() {
        drafts.discard(zoe, FormAnswers.PARKING);
        assertThat(firstPage().location()).isEqualTo(FORM + "/remplir/vehicule");
        assertThat(answers()).contains("12 rue Carnot");
    }

    @Test
    void withoutADraftAFormIsOfferedAnew() {
        drafts.discard(zoe, FormAnswers.PARKING);
        assertThat(browser.get(FORM + "/remplir/vous").location()).isEqualTo(FORM + "/commencer");
        assertThat(browser.get(FORM + "/verifier").location()).isEqualTo(FORM + "/commencer");
        assertThat(browser.post(FORM + "/envoyer", "draft", UUID.randomUUID().toString(), "version", "1")
                        .location())
                .isEqualTo(FORM + "/commencer");
    }

    @Test
    void anUnknownProcedureIsNotFound() {
        assertThat(browser.get("/demarches/nulle-part/commencer").status()).isEqualTo(404);
        assertThat(browser.post("/demarches/nulle-part/remplir/vous").status()).isEqualTo(404);
    }

    @Test
    void aStrangerSignsInFirst() {
        assertThat(cast.stranger().get(FORM + "/commencer").location()).contains("/connexion?suite=");
    }

    private Browser.Page firstPage() {
        return browser.post(
                FORM + "/remplir/vous",
                "prenom",
                "Zoé",
                "nom",
                "Martin",
                "adresse",
                "12 rue Carnot, 92150 Suresnes",
                "hebergement",
                "locataire");
    }

    private String answers() {
        return drafts.find(zoe, FormAnswers.PARKING).orElseThrow().answers().toJson();
    }
}
