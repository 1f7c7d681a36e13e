package fr.parvis.partners.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.feeds.desk.MappingPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping is checked when it is saved, and its mistakes are shown on their lines. */
class MappingReaderTests {

    @Test
    void aWholeMappingIsRead() {
        assertThat(MappingReader.read(MappingPage.FACTS_EXAMPLE)).isInstanceOf(MappingOutcome.Good.class);
        assertThat(MappingReader.read(Enrolments.MAPPING)).isInstanceOf(MappingOutcome.Good.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "personne: <carte>           | personnne: <carte>       | 3 | n’existe pas",
                "titre: Inscription, <cours> | titre:                   | 4 | manque la valeur",
                "type:                       | type: step               | 6 | YAML",
                "Reçu: case.opened           | Reçu: case.opend         | 8 | un type d’événement",
                "de: <statut>                | depuis: <statut>         | 6 | de: <colonne>",
                "total: 4                    | total: quatre            | 13 | un nombre entier",
                "genre: paiement             | genre: argent            | 18 | document, paiement",
                "somme: <solde>              | sommes: <solde>          | 22 | n’existe pas",
                "avant: <echeance>           | texte: encore            | 20 | deux fois"
            })
    void aMistakeIsShownOnItsLine(String right, String wrong, int line, String words) {
        var read = MappingReader.read(Enrolments.MAPPING.replaceFirst(right, wrong));

        assertThat(read)
                .isInstanceOfSatisfying(
                        MappingOutcome.Wrong.class,
                        all -> assertThat(all.mistakes()).anySatisfy(mistake -> {
                            assertThat(mistake.line()).isEqualTo(line);
                            assertThat(mistake.text()).contains(words);
                        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texte:              | textes:            | 5  | n’existe pas",
                "    texte:          | texte: solde, de:  | 5  | YAML",
                "avant: <retour>     | avant: vendredi    | 11 | une date",
                "avant: <retour>     | a_faire: demain    | 11 | oui ou non",
                "sinon: <prets> prêts| sinons: prêts      | 10 | de: <colonne>",
                "texte: solde        | somme: 3           | 13 | n’a pas de « texte »",
                "type: person.facts  | type: case.step    | 0  | ne sert qu’avec",
                "personne: <carte>   | reference: <carte> | 0  | personne ou sub"
            })
    void aMistakeOfALineIsShownToo(String right, String wrong, int line, String words) {
        var read = MappingReader.read(MappingPage.FACTS_EXAMPLE.replaceFirst(right.strip(), wrong.strip()));

        assertThat(read)
                .isInstanceOfSatisfying(
                        MappingOutcome.Wrong.class,
                        all -> assertThat(all.mistakes()).anySatisfy(mistake -> {
                            assertThat(mistake.line()).isEqualTo(line);
                            assertThat(mistake.text()).contains(words);
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "type: case.step, personne: <carte>, dossier",
        "dossier: <numero>, type: case.step, à qui",
        "'dossier: <numero>\npersonne: <carte>', sub: <sub>, type",
        "'dossier: A-1\npersonne: <carte>', type: case.step, nommer une colonne",
        "- dossier, - type, une ligne par champ"
    })
    void whatIsMissingIsSaid(String one, String other, String words) {
        assertThat(MappingReader.read(one + "\n" + other))
                .isInstanceOfSatisfying(
                        MappingOutcome.Wrong.class,
                        all -> assertThat(all.mistakes().toString()).contains(words));
    }
}
