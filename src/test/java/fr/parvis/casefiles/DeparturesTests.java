package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.Viewer;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
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
        var browser = cast.signedIn(zoe);
        var email = cast.email(zoe);
        browser.get("/compte/suppression");

        assertThat(browser.post("/compte/suppression", "currentPassword", Cast.PASSWORD)
                        .location())
                .isEqualTo("/connexion?fait=suppression");

        assertThat(desk.open(reference, cast.agent("stationnement")).journal())
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("compte supprimé", email));
    }
}
