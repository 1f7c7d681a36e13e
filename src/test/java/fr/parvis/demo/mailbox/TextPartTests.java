package fr.parvis.demo.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPartTests {

    @Test
    void findsTheWebAddressesOfAText() {
        assertThat(TextPart.split("Suivez-la ici :\nhttps://parvis.example/suivi/K7M?a=1.\nMerci"))
                .containsExactly(
                        new TextPart("Suivez-la ici :\n", false),
                        new TextPart("https://parvis.example/suivi/K7M?a=1", true),
                        new TextPart(".\nMerci", false));
    }

    @Test
    void leavesATextWithoutAddressWhole() {
        assertThat(TextPart.split("javascript:alert(1)")).containsExactly(new TextPart("javascript:alert(1)", false));
    }
}
