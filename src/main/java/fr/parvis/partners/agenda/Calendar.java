package fr.parvis.partners.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as text (RFC 5545): lines of 75 octets at most that end with CRLF, moments in UTC.
 *
 * @param name as calendar programs show it
 */
record Calendar(String name, List<Entry> entries) {

    /** How often programs should come back (RFC 7986, section 5.7). */
    private static final Duration REFRESHED = Duration.ofHours(1);

    /** Years have four digits: the day after this one cannot be written. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final int LINE = 75;
    private static final String END = "\r\n";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /**
     * Something with a date.
     *
     * @param uid names it for ever, here and nowhere else
     * @param changedAt when it was last changed, which orders its versions
     */
    record Entry(
            String uid,
            Instant changedAt,
            When when,
            String summary,
            String description,
            @Nullable String place) {}

    /** When it is. */
    sealed interface When {

        /** Whether a calendar can say it. */
        boolean isWritable();

        /** A whole day. */
        record OnDay(LocalDate day) implements When {

            @Override
            public boolean isWritable() {
                return day.getYear() > 0 && day.isBefore(LAST_DAY);
            }
        }

        /** An hour, until another one when that is known. */
        record At(Instant from, @Nullable Instant to) implements When {

            @Override
            public boolean isWritable() {
                return hasFourDigits(from) && (to == null || hasFourDigits(to));
            }

            private static boolean hasFourDigits(Instant moment) {
                int year = moment.atOffset(ZoneOffset.UTC).getYear();
                return year > 0 && year <= LAST_DAY.getYear();
            }
        }
    }

    /** What is too far away to be written is left out, rather than all that is near. */
    String text() {
        var text = new StringBuilder();
        line(text, "BEGIN", "VCALENDAR");
        line(text, "VERSION", "2.0");
        line(text, "PRODID", "-//Parvis//Agenda//FR");
        line(text, "CALSCALE", "GREGORIAN");
        line(text, "NAME", escaped(name));
        line(text, "X-WR-CALNAME", escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION", REFRESHED.toString());
        line(text, "X-PUBLISHED-TTL", REFRESHED.toString());
        entries.stream().filter(entry -> entry.when().isWritable()).forEach(entry -> write(text, entry));
        line(text, "END", "VCALENDAR");
        return text.toString();
    }

    private static void write(StringBuilder text, Entry entry) {
        line(text, "BEGIN", "VEVENT");
        line(text, "UID", escaped(entry.uid()));
        line(text, "DTSTAMP", MOMENT.format(entry.changedAt()));
        line(text, "LAST-MODIFIED", MOMENT.format(entry.changedAt()));
        line(text, "SEQUENCE", String.valueOf(entry.changedAt().getEpochSecond() / 60));
        switch (entry.when()) {
            case When.OnDay(var day) -> {
                line(text, "DTSTART;VALUE=DATE", DAY.format(day));
                line(text, "DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
                line(text, "TRANSP", "TRANSPARENT");
            }
            case When.At(var from, var to) -> {
                line(text, "DTSTART", MOMENT.format(from));
                if (to != null && to.isAfter(from)) {
                    line(text, "DTEND", MOMENT.format(to));
                }
            }
        }
        line(text, "SUMMARY", escaped(entry.summary()));
        line(text, "DESCRIPTION", escaped(entry.description()));
        if (entry.place() != null) {
            line(text, "LOCATION", escaped(entry.place()));
        }
        line(text, "CLASS", "PRIVATE");
        line(text, "END", "VEVENT");
    }

    /** A text value (section 3.3.11). */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A content line, folded before its octets are too many (section 3.1); a character is never cut in two. */
    private static void line(StringBuilder text, String property, String value) {
        int octets = 0;
        for (var character : (property + ":" + value)
                .codePoints()
                .mapToObj(Character::toString)
                .toList()) {
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.append(character);
            octets += length;
        }
        text.append(END);
    }
}
