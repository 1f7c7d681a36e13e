package fr.parvis.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.casefiles.CaseFiles;
import fr.parvis.casefiles.FormAnswers;
import fr.parvis.casefiles.Handling;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ParvisTest
class FeedTests {

    @Autowired
    Handling handling;

    @Autowired
    CaseFiles cases;

    CaseCast cast;
    Viewer zoe;

    @BeforeEach
    void zoeIsThere(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
    }

    @Test
    void somebodyWithNothingSeesWhereToBegin() {
        var page = cast.signedIn(zoe).get("/mon-fil");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Bonjour Zoé", "Aucune demande en cours de traitement", "/services")
                .doesNotContain("À vous de jouer", "Terminé");
    }

    @Test
    void whatWaitsForMeComesFirstThenTheTownThenWhatIsDone() {
        var waiting = cast.file(zoe, FormAnswers.PARKING);
        var due = French.day(Instant.now()).plusDays(15);
        handling.ask(cast.act(cast.agent("stationnement"), waiting), "Carte grise", "", due);
        var underWay = cast.file(zoe, FormAnswers.MOVING);
        var done = cast.file(zoe, FormAnswers.BIRTH);
        cases.withdraw(done, zoe);
        cast.fill(zoe, FormAnswers.BIRTH);
        assertThat(cast.signedIn(zoe).get("/mon-fil").body())
                .containsSubsequence(
                        "À vous de jouer",
                        "Carte grise",
                        "/suivi/" + waiting,
                        "Formulaire à terminer",
                        "/demarches/" + FormAnswers.BIRTH + "/commencer",
                        "La ville s’en occupe",
                        "/suivi/" + underWay,
                        "étape\u00a01 sur\u00a03",
                        "Terminé",
                        "/suivi/" + done,
                        "Retirée")
                .contains("avant le\u00a0" + French.shortDate(due, French.day(Instant.now())));
    }

    @Test
    void everythingThatIsDoneCanBeReached() {
        var oldest = cast.file(zoe, FormAnswers.BIRTH);
        cases.withdraw(oldest, zoe);
        var browser = cast.signedIn(zoe);
        assertThat(browser.get("/mon-fil").body()).doesNotContain("/mon-fil/termine");

        for (int later = 0; later < Ledger.PAGE; later++) {
            cases.withdraw(cast.file(zoe, FormAnswers.BIRTH), zoe);
        }

        assertThat(browser.get("/mon-fil").body()).contains("/mon-fil/termine").doesNotContain(oldest.value());
        assertThat(browser.get("/mon-fil/termine").body())
                .contains("/mon-fil/termine?page=1")
                .doesNotContain(oldest.value());
        assertThat(browser.get("/mon-fil/termine?page=1").body())
                .contains(oldest.value(), "/mon-fil/termine?page=0")
                .doesNotContain("/mon-fil/termine?page=2");
    }

    @Test
    void nothingOfOthersIsThere() {
        var others = cast.file(cast.resident("Paul", "Arnaud"), FormAnswers.PARKING);
        assertThat(cast.signedIn(zoe).get("/mon-fil").body()).doesNotContain(others.value());
    }
}
