package fr.parvis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.ParvisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ParvisTest
class SearchTests {

    @Autowired
    Search search;

    @ParameterizedTest
    @CsvSource({
        "acte de naissance, copie-acte-naissance",
        "acte naisance, copie-acte-naissance",
        "naisance, copie-acte-naissance",
        "extrait de naissance, copie-acte-naissance",
        "EXTRAIT D'ACTE, copie-acte-naissance",
        "certificat de naissance, copie-acte-naissance",
        "demenagement, autorisation-stationnement-demenagement",
        "déménager, autorisation-stationnement-demenagement",
        "demenagment camion, autorisation-stationnement-demenagement",
        "garer ma voiture, carte-stationnement-residentiel",
        "stationement, carte-stationnement-residentiel",
        "macaron résident, carte-stationnement-residentiel",
        "passport, passeport-carte-identite",
        "carte d’identité, passeport-carte-identite",
        "cantine, cantine-centre-de-loisirs",
        "crèches, place-en-creche",
        "canapé, encombrants",
        "lampadaire, signaler-un-probleme"
    })
    void findsFirstWhatPeopleMean(String typed, String expected) {
        assertThat(search.find(typed)).first().extracting(Sheet::slug).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "", "   ", "!!! & | :* '", "'", "de la du", "\u0000\u0001", "%_"})
    void findsNothingWithoutFailingWhenThereIsNothingToFind(String typed) {
        assertThat(search.find(typed)).isEmpty();
    }

    @Test
    void readsOnlyTheStartOfAVeryLongText() {
        assertThat(search.find("naissance ".repeat(100_000)))
                .first()
                .extracting(Sheet::slug)
                .isEqualTo("copie-acte-naissance");
    }
}
