package fr.parvis.procedures.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Step.Handler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that a partner handles, as documents name it. */
class HandlerTests {

    private static final String FIRST = "    advanceLabel: Complet\n";
    private static final String LAST = "    advanceLabel: Décider\n";

    @Test
    void aStepNamesItsPartnerAndWhatItIsGiven() {
        var circuit =
                read(FIRST, "handler: salles-sa\n    share: [nom, telephone]").circuit();

        assertThat(circuit.first().handler()).isEqualTo(new Handler("salles-sa", List.of("nom", "telephone"), false));
        assertThat(circuit.step("decision").handler()).isNull();
        assertThat(circuit.isShared()).isTrue();
        assertThat(Examples.procedure().circuit().isShared()).isFalse();
    }

    @Test
    void theLastStepMayBeDecidedThere() {
        var handler = read(LAST, "handler: salles-sa\n    decides: true")
                .circuit()
                .step("decision")
                .handler();

        assertThat(handler).isEqualTo(new Handler("salles-sa", List.of(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handler: Salles SA | handler",
                "handler: s, share: [inconnue] | handler",
                "handler: salles-sa, share: [inconnue] | share",
                "share: [nom] | handler",
                "decides: true | handler",
                "handler: salles-sa, decides: true | decides",
                "handler: salles-sa, decides: oui | decides"
            })
    void whatCannotBeIsRefusedWithThePlaceToCorrect(String lines, String place) {
        assertThatThrownBy(() -> read(FIRST, lines.replace(", ", "\n    ")))
                .isInstanceOf(WrongProcedureException.class)
                .hasMessageStartingWith("location-salle.v1.yaml, circuit[1]." + place + "\u00a0: ");
    }

    private static Procedure read(String after, String lines) {
        assertThat(Examples.text()).contains(after);
        return Examples.read(Examples.text().replace(after, after + "    " + lines + "\n"));
    }
}
