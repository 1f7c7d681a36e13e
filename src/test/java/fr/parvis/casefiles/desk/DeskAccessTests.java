package fr.parvis.casefiles.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.ParvisTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class DeskAccessTests {

    private static final String[] FORM = {
        "version",
        "1",
        "label",
        "Bail",
        "due",
        "2099-01-01",
        "unit",
        "voirie",
        "reasons",
        "Des raisons assez longues pour refuser.",
        "text",
        "Bonjour"
    };

    @Autowired
    CaseFiles cases;

    CaseCast cast;
    Viewer zoe;
    Reference reference;

    @BeforeEach
    void aParkingCardIsAskedFor(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
        reference = cast.file(zoe, FormAnswers.PARKING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bureau",
                "/bureau/en-attente",
                "/bureau/decides",
                "/bureau/recherche?q=martin",
                "/bureau/dossiers/REF",
                "/bureau/dossiers/REF/fichiers/FILE"
            })
    void thePagesOfTheDeskAreForAgents(String page) {
        var address = address(page);
        assertThat(cast.signedIn(zoe).get(address).status()).isEqualTo(403);
        assertThat(cast.signedIn(cast.administrator()).get(address).status()).isEqualTo(403);
        var stranger = cast.stranger().get(address);
        assertThat(stranger.status()).isEqualTo(302);
        assertThat(stranger.location()).contains("/connexion?suite=");
        assertThat(cast.signedIn(cast.agent("stationnement")).get(address).status())
                .isEqualTo(200);
        assertThat(cases.openings(reference, zoe)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bureau/suivante",
                "/bureau/dossiers/REF/prise",
                "/bureau/dossiers/REF/restitution",
                "/bureau/dossiers/REF/avancement",
                "/bureau/dossiers/REF/pieces",
                "/bureau/dossiers/REF/transmission",
                "/bureau/dossiers/REF/accord",
                "/bureau/dossiers/REF/refus",
                "/bureau/dossiers/REF/messages",
                "/bureau/dossiers/REF/notes"
            })
    void theActionsOfTheDeskAreForAgents(String action) {
        var address = address(action);
        assertThat(withForm(zoe).post(address, FORM).status()).isEqualTo(403);
        assertThat(withForm(cast.administrator()).post(address, FORM).status()).isEqualTo(403);
        var stranger = cast.stranger();
        stranger.get("/connexion");
        assertThat(stranger.post(address, FORM).status()).isEqualTo(401);
        if (action.contains("REF")) {
            var elsewhere = withForm(cast.agent("voirie"));
            var real = elsewhere.post(address, FORM);
            var unknown = elsewhere.post(address.replace(reference.value(), invented()), FORM);
            assertThat(real.status()).isEqualTo(404);
            assertThat(shape(real)).isEqualTo(shape(unknown));
        }
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/fichiers/FILE"})
    void toAgentsOfAnotherUnitTheCaseDoesNotExist(String page) {
        var thomas = cast.signedIn(cast.agent("voirie"));
        var real = thomas.get(address("/bureau/dossiers/REF" + page));
        var unknown = thomas.get(address("/bureau/dossiers/REF" + page).replace(reference.value(), invented()));
        assertThat(real.status()).isEqualTo(404);
        assertThat(shape(real)).isEqualTo(shape(unknown));
        assertThat(cases.openings(reference, zoe)).isEmpty();
    }

    @Test
    void anAgentsOwnRequestIsNotOnTheirDesk() {
        var nadia = cast.agent("stationnement");
        var own = cast.file(nadia, FormAnswers.PARKING);
        var browser = withForm(nadia);
        assertThat(browser.get("/bureau/dossiers/" + own).status()).isEqualTo(404);
        assertThat(browser.post("/bureau/dossiers/" + own + "/avancement", FORM).status())
                .isEqualTo(404);
        assertThat(browser.get("/bureau/recherche?q=" + own).body()).doesNotContain("/bureau/dossiers/" + own);
        assertThat(browser.get("/suivi/" + own).status()).isEqualTo(200);
    }

    @Test
    void aFileOfAnotherCaseIsNotFoundInThisOne() {
        var other =
                cases.open(cast.file(zoe, FormAnswers.BIRTH), zoe).attachments().getFirst();
        var nadia = cast.signedIn(cast.agent("stationnement"));
        assertThat(nadia.get("/bureau/dossiers/" + reference + "/fichiers/" + other.file())
                        .status())
                .isEqualTo(404);
    }

    private void assertUntouched() {
        var own = cases.open(reference, zoe);
        assertThat(own.file().version()).isOne();
        assertThat(own.messages()).isEmpty();
        assertThat(own.awaited()).isEmpty();
    }

    private String address(String page) {
        var file = cases.open(reference, zoe).attachments().getFirst().file().toString();
        return page.replace("REF", reference.value()).replace("FILE", file);
    }

    /** Signed in, and with the forgery token of some form at hand. */
    private Browser withForm(Viewer person) {
        var browser = cast.signedIn(person);
        browser.get("/demarches/" + FormAnswers.BIRTH + "/commencer");
        return browser;
    }

    private static String invented() {
        return Reference.random(new Random()).value();
    }

    private static List<Object> shape(Page page) {
        return List.of(page.status(), page.body().replaceAll("E-[0-9A-Z]+|name=\"_csrf\" value=\"[^\"]*\"", "…"));
    }
}
