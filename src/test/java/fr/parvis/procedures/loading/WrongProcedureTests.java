package fr.parvis.procedures.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongProcedureTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: Location de salle | titre: Location de salle | title",
                "unit: voirie | unit: espaces-verts | unit",
                "unit: stationnement | unit: inconnu | circuit[2].unit",
                "key: telephone | key: nom | form[1].fields[3].key",
                "key: telephone | key: Télé-phone | form[1].fields[3].key",
                "key: telephone | key: action | form[1].fields[3].key",
                "type: phone | type: telephone | form[1].fields[3].type",
                "max: 20 | max: beaucoup | form[1].fields[1].max",
                "prefill: email | prefill: birthday | form[1].fields[2].prefill",
                "prefill: email | prefill: email, certified: true | form[1].fields[2].certified",
                "prefill: lastName | certified: true | form[1].fields[1].certified",
                "prefill: lastName | prefill: birthDate, certified: true | form[1].fields[1].certified",
                "prefill: lastName | prefill: lastName, certified: repas | form[1].fields[1].certified",
                "when: repas | when: repass | form[3].fields[5].when",
                "when: repas | when: budget | form[3].fields[5].when",
                "when: repas | when: 'repas &&' | form[3].fields[5].when",
                "when: repas | when: accord | form[3].fields[5].when",
                "qui == \"association\" | qui == 3 | form[2].when",
                "from: today+10d | from: demain | form[3].fields[1].from",
                "field: fin, | field: nom, | form[3].rules[1].field",
                "{value: association, | {value: particulier, | form[1].fields[4].options[2].value",
                "page: pieces | page: vous | form[4].page",
                "[ask-document, advance] | [ask-document] | circuit[1].actions",
                "[ask-document, advance] | [approve] | circuit[1].actions",
                "actions: [accept, refuse] | actions: [accept] | circuit[2].actions",
                "silence: rejection | silence: perhaps | legal.silence",
                "delay: P2M | delay: deux mois | legal.delay",
                "Accord {reference} | Accord {numero} | letters.acceptance",
                "label: Votre téléphone, | label: Votre téléphone, couleur: bleu, | form[1].fields[3].couleur",
                "minutes: 3 | minutes: 0 | service.minutes",
                "paragraphs: [La salle ferme à minuit.] | paragraphs: [] | form[4].fields[1].paragraphs"
            })
    void areRefusedWithThePlaceToCorrect(String right, String wrong, String place) {
        var text = Examples.text();
        assertThat(text).contains(right);

        assertThatThrownBy(() -> Examples.read(text.replace(right, wrong)))
                .isInstanceOf(WrongProcedureException.class)
                .hasMessageStartingWith("location-salle.v1.yaml, " + place + "\u00a0: ");
    }

    @Test
    void areRefusedWithTheLineWhenTheyAreNotYaml() {
        assertThatThrownBy(() -> Examples.read("title: a\nunit: [b\n"))
                .isInstanceOf(WrongProcedureException.class)
                .hasMessageContaining("ligne");
        assertThatThrownBy(() -> Examples.read("title: a\ntitle: b\n"))
                .isInstanceOf(WrongProcedureException.class)
                .hasMessageContaining("ligne 2");
        assertThatThrownBy(() -> Examples.read("")).isInstanceOf(WrongProcedureException.class);
    }

    @Test
    void areRefusedWhenTheFirstPageMayBeHidden() {
        var text = Examples.text().replace("    title: Vous\n", "    title: Vous\n    when: 1 == 1\n");

        assertThatThrownBy(() -> Examples.read(text)).hasMessageContaining("form[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"location.yaml", "location.v0.yaml", "Location.v1.yaml", "../x.v1.yaml"})
    void areRefusedWhenTheirFileNameSaysNoVersion(String file) {
        assertThatThrownBy(() -> ProcedureDocument.of(file, "")).hasMessageStartingWith(file);
    }
}
