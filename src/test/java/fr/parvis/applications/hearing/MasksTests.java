package fr.parvis.applications.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trial shows of secrets and of people. */
class MasksTests {

    private final Masks masks = Masks.next(new Random(1));
    private final Masks ofAnotherTrial = Masks.next(new Random(2));

    @ParameterizedTest
    @ValueSource(
            strings = {"given_name", "family_name", "birthdate", "email", "sub", "address", "login_hint", "inconnu"})
    void nothingOfPeopleIsKept(String name) {
        assertThat(masks.shown(name, "Zoé")).isEqualTo(masks.shown(name, "Alexandrine"));
    }

    @Test
    void secretsAreComparedWithinATrialOnly() {
        assertThat(masks.shown("code", "abc")).isEqualTo(masks.shown("code", "abc"));
        assertThat(masks.shown("code", "abc")).isNotEqualTo(masks.shown("code", "abd"));
        assertThat(masks.shown("code", "abc"))
                .as("nobody can try values out")
                .isNotEqualTo(ofAnotherTrial.shown("code", "abc"));
    }
}
