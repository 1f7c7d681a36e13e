package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Test
    void writesDatesInFull() {
        assertThat(French.date(TODAY)).isEqualTo("19\u00a0novembre 2026");
        assertThat(French.date(LocalDate.of(2027, 8, 1))).isEqualTo("1er\u00a0août 2027");
    }

    @Test
    void writesTheTimeOfTheTownWhateverTheSeason() {
        assertThat(French.dateTime(Instant.parse("2026-11-19T20:14:00Z")))
                .isEqualTo("jeudi 19\u00a0novembre 2026 à 21\u00a0h\u00a014");
        assertThat(French.time(Instant.parse("2026-07-14T07:05:00Z"))).isEqualTo("9\u00a0h\u00a005");
    }

    @Test
    void aDayBeginsAtMidnightInParis() {
        assertThat(French.day(Instant.parse("2026-11-19T23:30:00Z"))).isEqualTo("2026-11-20");
        assertThat(French.date(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("1er\u00a0janvier 2027");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-17, 17_novembre",
        "2026-11-18, hier",
        "2026-11-19, aujourd’hui",
        "2026-11-20, demain",
        "2026-11-21, 21_novembre",
        "2027-01-01, 1er_janvier 2027"
    })
    void namesTheDaysAroundToday(LocalDate day, String words) {
        assertThat(French.relativeDay(day, TODAY)).isEqualTo(words.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, hier",
        "2026-11-20, demain",
        "2026-11-21, le_21_novembre",
        "2027-01-01, le_1er_janvier 2027"
    })
    void datesFollowAVerbWithTheirArticle(LocalDate day, String words) {
        assertThat(French.onDay(day, TODAY)).isEqualTo(words.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"0, 0_jour", "1, 1_jour", "2, 2_jours", "-1, -1_jour", "12, 12_jours"})
    void zeroIsSingular(long number, String words) {
        assertThat(French.days(number)).isEqualTo(words.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0_octets",
                "999|999_octets",
                "1000|1_ko",
                "412000|412_ko",
                "999999|1,0_Mo",
                "3200000|3,2_Mo",
                "10485760|10,5_Mo"
            })
    void writesSizesAsPeopleReadThem(long bytes, String words) {
        assertThat(French.size(bytes)).isEqualTo(words.replace('_', '\u00a0'));
    }

    @Test
    void writesAmountsToTheCent() {
        assertThat(French.amount(8460)).isEqualTo("84,60\u00a0€");
        assertThat(French.amount(5)).isEqualTo("0,05\u00a0€");
        assertThat(French.amount(100_000)).isEqualTo("1\u202f000,00\u00a0€");
        assertThat(French.amount(-5)).isEqualTo("-0,05\u00a0€");
        assertThat(French.amount(123_456_789)).isEqualTo("1\u202f234\u202f567,89\u00a0€");
    }

    @Test
    void linksPhoneNumbers() {
        assertThat(French.phoneUri("01 41 18 19 00")).isEqualTo("tel:+33141181900");
        assertThat(French.phoneUri("+33 1 41 18 19 00")).isEqualTo("tel:+33141181900");
    }

    @Test
    void typesetsWhatWasTypedWithPlainSpaces() {
        assertThat(French.typeset("Oui ? « Non » : 8 h ; bien !"))
                .isEqualTo("Oui\u00a0? «\u00a0Non\u00a0»\u00a0: 8 h\u00a0; bien\u00a0!");
    }
}
