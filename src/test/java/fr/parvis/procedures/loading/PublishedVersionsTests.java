package fr.parvis.procedures.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.testing.ParvisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ParvisTest
class PublishedVersionsTests {

    @Autowired
    PublishedVersions versions;

    @Autowired
    Procedures procedures;

    @Test
    void aPublishedVersionCannotChange() {
        var document = document("immuable", Examples.text());
        versions.publish(document);
        assertThatCode(() -> versions.publish(document)).doesNotThrowAnyException();

        assertThatThrownBy(() -> versions.publish(document("immuable", Examples.text() + "# retouche\n")))
                .isInstanceOf(WrongProcedureException.class)
                .hasMessageContaining("immuable.v2.yaml");
    }

    @Test
    void aVersionGoneFromTheProgramStillServesItsCases() {
        versions.publish(document("disparue", Examples.text().replace("unit: voirie", "unit: service-supprime")));

        assertThat(procedures.version("disparue", 1).title()).isEqualTo("Location de salle");
        assertThat(procedures.version("disparue", 1)).isSameAs(procedures.version("disparue", 1));
        assertThat(procedures.current("disparue")).isEmpty();
        assertThatThrownBy(() -> procedures.version("disparue", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theThreeProceduresCanBeStarted() {
        assertThat(procedures.all())
                .extracting(Procedure::slug)
                .contains(
                        "autorisation-stationnement-demenagement",
                        "carte-stationnement-residentiel",
                        "copie-acte-naissance");
        assertThat(procedures.current("copie-acte-naissance")).isPresent();
    }

    private static ProcedureDocument document(String slug, String text) {
        return new ProcedureDocument(slug + ".v1.yaml", slug, 1, text);
    }
}
