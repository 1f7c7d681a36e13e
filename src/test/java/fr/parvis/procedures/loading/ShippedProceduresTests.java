package fr.parvis.procedures.loading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.casefiles.FormAnswers;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.LegalRegime.Silence;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedProceduresTests {

    @ParameterizedTest
    @CsvSource({
        "carte-stationnement-residentiel.v1, ACCEPTANCE, 4, 2",
        "carte-stationnement-residentiel.v2, ACCEPTANCE, 4, 2",
        "copie-acte-naissance.v1, NONE, 5, 2",
        "copie-acte-naissance.v2, NONE, 5, 2",
        "autorisation-stationnement-demenagement.v1, REJECTION, 5, 3",
        "autorisation-stationnement-demenagement.v2, REJECTION, 5, 3"
    })
    void comeWithTheProgramAndAreSound(String name, Silence silence, int pagesAtFirst, int steps) {
        var file = name + ".yaml";
        var document = ProcedureDocument.of(file, Examples.resource("/procedures/" + file));

        var procedure = new ProcedureReader(Examples.CLOCK).read(document, Examples.UNITS::contains);

        assertThat(procedure.slug() + ".v" + procedure.version()).isEqualTo(name);
        assertThat(procedure.legal().silence()).isEqualTo(silence);
        assertThat(procedure.form().visiblePages(Answers.empty())).hasSize(pagesAtFirst);
        assertThat(procedure.circuit().steps()).hasSize(steps);
        assertThat(procedure.refusalReasons()).isNotEmpty();
    }

    @Test
    void theOneOfTheDemoIsStudiedByTheMailRoomWhichIsNotToldWhoWrites() {
        var file = FormAnswers.LETTER + ".v1.yaml";
        var document = ProcedureDocument.of(file, Examples.resource("/fr/parvis/demo/procedures/" + file));

        var procedure = new ProcedureReader(Examples.CLOCK).read(document, "accueil"::equals);

        var handler = Objects.requireNonNull(procedure.circuit().first().handler());
        assertThat(handler.partner()).isEqualTo("mairie-courrier");
        assertThat(handler.decides()).isFalse();
        assertThat(handler.share()).doesNotContain("prenom", "nom");
    }
}
