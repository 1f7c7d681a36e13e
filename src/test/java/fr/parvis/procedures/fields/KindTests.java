package fr.parvis.procedures.fields;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.procedures.loading.Examples;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTests {

    private static final Day BIRTH = new Day(null, Bound.parse("today").orElseThrow(), "bday", Examples.CLOCK);
    private static final Day MOVE = new Day(
            Bound.parse("today+10d").orElseThrow(), Bound.parse("today+1y").orElseThrow(), null, Examples.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "07/05/1988, 1988-05-07",
        "7/5/1988, 1988-05-07",
        "7-5-1988, 1988-05-07",
        "7.5.88, 1988-05-07",
        "07 05 1988, 1988-05-07",
        "1988-05-07, 1988-05-07",
        "7 mai 1988, 1988-05-07",
        "7 mai 88, 1988-05-07",
        "1er août 2001, 2001-08-01",
        "29/02/2024, 2024-02-29",
        "12/11/26, 2026-11-12",
        "19/11/2026, 2026-11-19"
    })
    void readsDatesAsPeopleWriteThem(String typed, String iso) {
        assertThat(BIRTH.parse(typed)).isEqualTo(Outcome.text(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2024",
                "29/02/2023",
                "00/01/2000",
                "13/13/2000",
                "hier",
                "20/11/2026",
                "1/1/0001",
                "1/1/99999"
            })
    void refusesDatesThatDoNotExistOrAreNotAllowed(String typed) {
        assertThat(BIRTH.parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    /** Each bound of a field as a procedure may write it, today being 19 November 2026; none is an empty text. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 07/05/2027",
        "'', today, 07/05/1988",
        "1875-01-01, today, 07/05/1988",
        "today-1y, today, 07/05/2026",
        "'', 1900-12-31, 07/05/1862",
        "today, '', 07/05/2027",
        "today+10d, today+1y, 07/05/2027",
        "today+10d, today+2m, 29/11/2026",
        "today-10d, today, 09/11/2026",
        "2030-06-01, '', 07/05/2031"
    })
    void givesAnExampleThatTheFieldTakes(String from, String to, String example) {
        var day = new Day(bound(from), bound(to), null, Examples.CLOCK);
        assertThat(day.parse("sept mai"))
                .isEqualTo(new Outcome.Wrong("écrivez une date qui existe, en chiffres, comme " + example));
        assertThat(day.parse(example)).isInstanceOf(Outcome.Valid.class);
    }

    private static @Nullable Bound bound(String text) {
        return text.isEmpty() ? null : Bound.parse(text).orElseThrow();
    }

    @Test
    void saysFromWhichDayADateIsAllowed() {
        assertThat(MOVE.parse("28/11/2026"))
                .isEqualTo(new Outcome.Wrong("choisissez une date à partir du 29\u00a0novembre 2026"));
        assertThat(MOVE.parse("29/11/26")).isEqualTo(Outcome.text("2026-11-29"));
        assertThat(MOVE.parse("20/11/2027")).isInstanceOf(Outcome.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "06.12.34.56.78, +33612345678",
        "0033 6 12 34 56 78, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0262 12 34 56, +262262123456",
        "+32 475 12 34 56, +32475123456"
    })
    void keepsPhoneNumbersAsE164(String typed, String kept) {
        assertThat(new Phone().parse(typed)).isEqualTo(Outcome.text(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 12 34 56", "abcdefghij", "+33 6 12", "00", "+", "06 12 34 56 78 90"})
    void refusesWhatIsNotAPhoneNumber(String typed) {
        assertThat(new Phone().parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void showsAFrenchNumberInPairs() {
        assertThat(new Phone().words(new Value.Text("+33612345678"))).isEqualTo("06 12 34 56 78");
    }

    @ParameterizedTest
    @CsvSource({
        "ab123cd, AB-123-CD",
        "AB 123 CD, AB-123-CD",
        "AB-123-CD, AB-123-CD",
        "1234 ab 92, 1234 AB 92",
        "12ABC2A, 12 ABC 2A"
    })
    void writesPlatesOneWay(String typed, String kept) {
        assertThat(new Plate().parse(typed)).isEqualTo(Outcome.text(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB-12", "AI-123-CD", "AB-000-CD", "SS-123-AB", "AB-123-SS", "0123 AB 92", "1234 AB 00"})
    void refusesPlatesThatCannotBe(String typed) {
        assertThat(new Plate().parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189", "DE89 3704 0044 0532 0130 00"
            })
    void acceptsAnIbanWhoseKeyIsRight(String typed) {
        assertThat(new Iban().parse(typed)).isInstanceOf(Outcome.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 0112 3456 7890 198",
                "FR76 3000 6000 0112 3456 7890",
                "12",
                "FR76",
                "éé76 3000 6000 0112"
            })
    void refusesAnIbanWithAWrongKeyOrLength(String typed) {
        assertThat(new Iban().parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"732 829 320 00074", "73282932000074", "356 000 000 00048", "35600000049837"})
    void acceptsASiretThatPassesItsSum(String typed) {
        assertThat(new Siret().parse(typed)).isInstanceOf(Outcome.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"732 829 320 00075", "73282932", "00000000000000", "7328293200007A", "35600000049838"})
    void refusesASiretThatDoesNot(String typed) {
        assertThat(new Siret().parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource({"'84,60', 8460", "84.6, 8460", "1 234 €, 123400", "0, 0"})
    void keepsAmountsInCents(String typed, long cents) {
        assertThat(new Amount(0, 500_000).parse(typed))
                .isEqualTo(new Outcome.Valid(new Value.Numeric(BigDecimal.valueOf(cents))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "12,345", "beaucoup", "5 000,01", "1e9", "99999999999999999999"})
    void refusesAmountsThatAreNot(String typed) {
        assertThat(new Amount(0, 500_000).parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void readsNumbersWithACommaAndKeepsToTheirBounds() {
        var length = new Numeral(2, BigDecimal.TWO, BigDecimal.valueOf(20), "mètres");
        assertThat(length.parse("7,50")).isEqualTo(new Outcome.Valid(new Value.Numeric(new BigDecimal("7.5"))));
        assertThat(length.words(new Value.Numeric(new BigDecimal("7.5")))).isEqualTo("7,5\u00a0mètres");
        assertThat(List.of("1,9", "21", "7,555", "sept", "NaN", "1e1"))
                .allSatisfy(typed -> assertThat(length.parse(typed)).isInstanceOf(Outcome.Wrong.class));
    }

    @ParameterizedTest
    @CsvSource({"zoe.martin@example.fr, zoe.martin@example.fr", "Zoe@EXAMPLE.FR, Zoe@example.fr"})
    void acceptsAnEmailAddress(String typed, String kept) {
        assertThat(new EmailAddress().parse(typed)).isEqualTo(Outcome.text(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe",
                "zoe@",
                "@example.fr",
                "zoe@example",
                "zoe martin@example.fr",
                "a@b@c.fr",
                "a@.fr",
                "<a@b.fr>"
            })
    void refusesWhatIsNotAnEmailAddress(String typed) {
        assertThat(new EmailAddress().parse(typed)).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void choosesOnlyAmongTheOptions() {
        var options = List.of(new Option("a", "A", null), new Option("b", "B", null));
        assertThat(new OneOf(options).parse("c")).isInstanceOf(Outcome.Wrong.class);
        assertThat(new SeveralOf(options).parse(List.of("b", "a", "b")))
                .isEqualTo(new Outcome.Valid(new Value.Choices(List.of("a", "b"))));
        assertThat(new SeveralOf(options).parse(List.of("a", "x"))).isInstanceOf(Outcome.Wrong.class);
        assertThat(new YesNo("Oui", "Non").parse("true")).isInstanceOf(Outcome.Wrong.class);
        assertThat(new Consent().parse("non")).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void cleansControlAndInvisibleCharacters() {
        assertThat(Typed.line("  Zoé\u0000\u0007 \u202eMar\u200btin\t\r\n ")).isEqualTo("Zoé Martin");
        assertThat(Typed.line("Zoe\u0301 \ud800")).isEqualTo("Zoé");
        assertThat(Typed.lines("un\r\ndeux\u0000\rtrois")).isEqualTo("un\ndeux\ntrois");
    }
}
