package fr.parvis.partners.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.agenda.Calendar.Entry;
import fr.parvis.partners.agenda.Calendar.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 5545, to the octet. */
class CalendarTests {

    private static final Instant CHANGED = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void aMomentIsInUtcAndLinesEndAsTheRfcWants() {
        var text = calendar(new Entry(
                "rdv-1@ville.example",
                CHANGED,
                new When.At(Instant.parse("2026-11-26T08:20:00Z"), Instant.parse("2026-11-26T08:40:00Z")),
                "Passeport",
                "Mairie",
                "Hôtel de ville"));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.lines())
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parvis//Agenda//FR")
                .contains(
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "UID:rdv-1@ville.example",
                        "DTSTAMP:20261102T080000Z",
                        "DTSTART:20261126T082000Z",
                        "DTEND:20261126T084000Z",
                        "SUMMARY:Passeport",
                        "LOCATION:Hôtel de ville")
                .endsWith("END:VEVENT", "END:VCALENDAR");
        assertThat(text).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aDayEndsTheNextDay() {
        assertThat(calendar(onDay("À rendre", "Médiathèque")).lines())
                .contains("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsTooFarAwayCostsNothingElse(When far) {
        var near = onDay("Près", "x");
        var text = new Calendar("Tout Suresnes", List.of(new Entry("far@y", CHANGED, far, "Loin", "x", null), near))
                .text();

        assertThat(text.lines()).contains("SUMMARY:Près").doesNotContain("SUMMARY:Loin");
    }

    static Stream<When> whatIsTooFarAwayCostsNothingElse() {
        var soon = Instant.parse("2026-11-26T08:20:00Z");
        return Stream.of(
                new When.OnDay(LocalDate.of(9999, 12, 31)),
                new When.OnDay(LocalDate.MAX),
                new When.OnDay(LocalDate.of(-44, 3, 15)),
                new When.At(Instant.parse("+10000-01-01T00:00:00Z"), null),
                new When.At(soon, Instant.parse("+50000-01-01T00:00:00Z")));
    }

    @Test
    void theLastDayThatCanBeWrittenIs() {
        var last = new Entry("x@y", CHANGED, new When.OnDay(LocalDate.of(9999, 12, 30)), "Loin", "x", null);

        assertThat(calendar(last).lines()).contains("DTEND;VALUE=DATE:99991231");
    }

    @Test
    void whatMeansSomethingToProgramsIsEscaped() {
        assertThat(calendar(onDay("a;b,c\\d", "x\r\ny\nEND:VEVENT\u0007")).lines())
                .contains("SUMMARY:a\\;b\\,c\\\\d", "DESCRIPTION:x\\ny\\nEND:VEVENT");
    }

    @Test
    void noLineIsLongerThanTheRfcLetsAndNoCharacterIsCut() {
        var summary = "é𝄞".repeat(60);
        var text = calendar(onDay(summary, "x"));

        assertThat(text.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    @Test
    void aChangeHasALaterSequence() {
        var before = onDay("x", "y");
        var after = new Entry(before.uid(), CHANGED.plusSeconds(60), before.when(), "x", "z", null);

        assertThat(sequence(calendar(after))).isGreaterThan(sequence(calendar(before)));
    }

    private static long sequence(String text) {
        return Long.parseLong(text.replaceAll("(?s).*SEQUENCE:(\\d+)\r\n.*", "$1"));
    }

    private static Entry onDay(String summary, String description) {
        return new Entry("x@y", CHANGED, new When.OnDay(LocalDate.of(2026, 12, 31)), summary, description, null);
    }

    private static String calendar(Entry entry) {
        return new Calendar("Tout Suresnes", List.of(entry)).text();
    }
}
