package fr.parvis.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void knowsTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds), 0)).hasValue(seconds / 30);
    }

    @Test
    void takesTheStepsBesideTheClockAndNoOther() {
        var code = "279037";
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(2_000_000_030L), 0))
                .isPresent();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_999_999_970L), 0))
                .isPresent();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(2_000_000_070L), 0))
                .isEmpty();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(1_999_999_900L), 0))
                .isEmpty();
    }

    @Test
    void takesACodeOnceAndNoneBeforeIt() {
        var now = Instant.ofEpochSecond(2_000_000_000L);
        long step = Totp.step(SECRET, "279 037", now, 0).orElseThrow();
        assertThat(Totp.step(SECRET, "279037", now, step)).isEmpty();
        assertThat(Totp.step(SECRET, "", now, 0)).isEmpty();
    }
}
