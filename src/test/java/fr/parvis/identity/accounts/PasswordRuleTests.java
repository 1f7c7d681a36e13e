package fr.parvis.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"Parvis-demo-2026", "tortue lampe violon neige", "xK4!pW9zQ2#m", "héron où çà 漢字 pâle"})
    void acceptsWhatIsHardToGuess(String password) {
        assertThat(PasswordRule.check(password, "Zoé", "Martin", "resident@parvis.example"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123",
                "azertyuiop12",
                "aaaaaaaaaaaaaaaa",
                "123456789012",
                "martinmartin",
                "martin.zoe@mel.fr"
            })
    void refusesWhatIsEasyToGuess(String password) {
        assertThat(PasswordRule.check(password, "Zoé", "Martin", "martin.zoe@mel.fr"))
                .hasValueSatisfying(message -> assertThat(message).contains("facile à deviner"));
    }

    @Test
    void countsCharactersAsPeopleSeeThem() {
        assertThat(PasswordRule.check("xK4!pW9zQ2#"))
                .hasValueSatisfying(message -> assertThat(message).contains("au moins 12"));
        assertThat(PasswordRule.check("🦉".repeat(11)))
                .hasValueSatisfying(message -> assertThat(message).contains("au moins 12"));
        assertThat(PasswordRule.check("x".repeat(129)))
                .hasValueSatisfying(message -> assertThat(message).contains("au plus 128"));
    }
}
