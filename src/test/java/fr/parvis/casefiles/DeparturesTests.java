package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Somebody deletes their account while the town works for them. */
@ParvisTest
class DeparturesTests {

    @Autowired
    OpenCases desk;

    CaseCast cast;
    Viewer zoe;

    @BeforeEach
    void zoeIsThere(@Autowired AutowireCapableBeanFactory beans) {
        cast = beans.createBean(CaseCast.class);
        zoe = cast.resident();
    }

    @Test
    void showsWhatGoesOnBeforeTheAccountIsDeleted() {
        var reference = cast.file(zoe, FormAnswers.PARKING);

        var page = cast.signedIn(zoe).get("/compte/suppression").body();

        assertThat(page)
                .contains("Vos demandes en cours", reference.value(), "/suivi/" + reference.value() + "/retrait");
        assertThat(cast.signedIn(cast.resident()).get("/compte/suppression").body())
                .doesNotContain("Vos demandes en cours");
    }

    @Test
    void tellsTheAgentsAndHowToReachThePerson() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        var email = cast.email(zoe);

        leave(zoe);

        assertThat(desk.open(reference, cast.agent("stationnement")).journal())
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("compte supprimé", email));
    }

    @Test
    void nothingIsSentToSomebodyWhoIsGone() {
        var reference = cast.file(zoe, FormAnswers.PARKING);
        leave(zoe);
        var nadia = cast.signedIn(cast.agent("stationnement"));
        var path = "/bureau/dossiers/" + reference.value();
        nadia.get(path);

        assertThat(nadia.post(path + "/messages", "version", "1", "text", "Bonjour", "envoi", "4b1d")
                        .body())
                .contains("a supprimé son compte", ">Bonjour</textarea>");
        assertThat(nadia.post(
                                path + "/pieces",
                                "version",
                                String.valueOf(desk.open(reference, cast.agent("stationnement"))
                                        .file()
                                        .version()),
                                "label",
                                "Carte grise",
                                "due",
                                French.day(Instant.now()).plusDays(15).toString())
                        .body())
                .contains("a supprimé son compte", "Carte grise");
    }

    private void leave(Viewer person) {
        var browser = cast.signedIn(person);
        browser.get("/compte/suppression");
        assertThat(browser.post("/compte/suppression").location()).isEqualTo("/connexion?fait=suppression");
    }
}
