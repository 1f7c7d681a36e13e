package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

    private static final String SYMBOLS = "23456789ACEFHKLMQRTWXYZ";

    private final Random random = new Random(1);

    @Test
    void looksLikeThreeGroupsOfThree() {
        assertThat(Reference.random(random).value()).matches("[%1$s]{3}-[%1$s]{3}-[%1$s]{3}".formatted(SYMBOLS));
    }

    @Test
    void isHardlyEverTheSame() {
        var seen = new HashSet<Reference>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(Reference.random(random));
        }
        assertThat(seen).hasSizeGreaterThan(99_998);
    }

    @RepeatedTest(20)
    void noticesEverySingleWrongSymbol() {
        var value = Reference.random(random).value();
        for (int i = 0; i < value.length(); i++) {
            for (int s = 0; s < SYMBOLS.length(); s++) {
                char symbol = SYMBOLS.charAt(s);
                if (value.charAt(i) != '-' && value.charAt(i) != symbol) {
                    var wrong = value.substring(0, i) + symbol + value.substring(i + 1);
                    assertThat(Reference.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @RepeatedTest(20)
    void noticesEverySwapOfTwoSymbols() {
        var value = Reference.random(random).value().replace("-", "");
        for (int i = 0; i < value.length(); i++) {
            for (int j = i + 1; j < value.length(); j++) {
                if (value.charAt(i) != value.charAt(j)) {
                    var wrong = new StringBuilder(value);
                    wrong.setCharAt(i, value.charAt(j));
                    wrong.setCharAt(j, value.charAt(i));
                    assertThat(Reference.parse(wrong.toString()))
                            .as(wrong.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void isReadAsPeopleTypeIt() {
        var reference = Reference.random(random);
        var symbols = reference.value().replace("-", "");
        assertThat(Reference.parse(symbols)).contains(reference);
        assertThat(Reference.parse(" " + reference.value().toLowerCase(Locale.ROOT) + "\u00a0"))
                .contains(reference);
        assertThat(Reference.parse(symbols.replaceAll("\\w", "$0 "))).contains(reference);
        assertThat(Reference.parse(reference.value().replace('-', '.'))).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "K7M-4XT", "22222222", "22222222222", "000-000-000", "' or 1=1", "é23-456-789"})
    void whatCannotBeOneIsNone(String typed) {
        assertThat(Reference.parse(typed)).isEmpty();
    }

    @Test
    void cannotBeMadeWithoutItsCheck() {
        assertThatThrownBy(() -> new Reference("222-222-223")).isInstanceOf(IllegalArgumentException.class);
    }
}
