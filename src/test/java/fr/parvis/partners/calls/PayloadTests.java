package fr.parvis.partners.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator sees of a refused event without asking for more. */
class PayloadTests {

    @Test
    void anEventKeepsItsFormAndNothingThatTellsOfSomebody() {
        var event = """
            {"specversion": "1.0", "id": "INS-1/1", "source": {"name": "Zoé"}, "type": "fr.parvis.case.opened.v1",
             "famille": "Martin", "data": {"title": "Inscription de Zoé", "steps": {"done": 1, "now": "Étude"}}}
            """;

        assertThat(Payload.masked(event))
                .contains("INS-1/1", "fr.parvis.case.opened.v1", "\"famille\"", "\"now\"", "\"done\" : 1")
                .doesNotContain("Zoé", "Martin", "Étude");
        assertThat(Payload.isEvent(event)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nom\": \"Zoé\", \"carte\": \"ELEVE-1\"}",
                "{\"type\": \"Zoé\"}",
                "\"1;Zoé\"",
                "[{\"nom\": \"Zoé\"}]",
                "{\"nom\": \"Zoé"
            })
    void whatIsNoEventIsHiddenWhole(String content) {
        assertThat(Payload.masked(content)).isEqualTo("•••");
        assertThat(Payload.isEvent(content)).isFalse();
    }
}
