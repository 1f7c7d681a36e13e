package fr.parvis.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** French wording and typography of dates, times, sizes and amounts, for screens, e-mails and letters. */
public final class French {

    /** The town's time zone: legal delays run and dates are shown in it. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** No-break space, before : ; ? ! and between a number and its unit. */
    public static final String NBSP = "\u00a0";

    private static final Pattern NO_BREAK = Pattern.compile(" (?=[;:?!»])|(?<=«) ");
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int THOUSAND_EUROS = 100_000; // in cents
    private static final Locale LOCALE = Locale.FRANCE;
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("MMMM", LOCALE);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", LOCALE);

    private French() {}

    /** Puts no-break spaces where French typography wants them, in a text typed with plain ones. */
    public static String typeset(String text) {
        return NO_BREAK.matcher(text).replaceAll(NBSP);
    }

    public static LocalDate day(Instant at) {
        return at.atZone(PARIS).toLocalDate();
    }

    /** "19 novembre 2026". */
    public static String date(LocalDate date) {
        return dayOfMonth(date) + NBSP + LONG_DATE.format(date);
    }

    /** "19 novembre 2026". */
    public static String date(Instant at) {
        return date(day(at));
    }

    /** "19 novembre", or with the year when it is not that of {@code today}. */
    public static String shortDate(LocalDate date, LocalDate today) {
        return date.getYear() == today.getYear() ? dayOfMonth(date) + NBSP + DAY_AND_MONTH.format(date) : date(date);
    }

    /** "jeudi 19 novembre 2026 à 21 h 14". */
    public static String dateTime(Instant at) {
        ZonedDateTime local = at.atZone(PARIS);
        return WEEKDAY.format(local) + " " + date(local.toLocalDate()) + " à " + time(at);
    }

    /** "21 h 14". */
    public static String time(Instant at) {
        ZonedDateTime local = at.atZone(PARIS);
        return local.getHour() + NBSP + "h" + NBSP + String.format(LOCALE, "%02d", local.getMinute());
    }

    /** "aujourd’hui", "demain", "hier", otherwise the short date. */
    public static String relativeDay(LocalDate date, LocalDate today) {
        return switch (Math.clamp(ChronoUnit.DAYS.between(today, date), -2, 2)) {
            case 0 -> "aujourd’hui";
            case 1 -> "demain";
            case -1 -> "hier";
            default -> shortDate(date, today);
        };
    }

    /** "aujourd’hui", "demain", "hier", otherwise "le 19 novembre": to follow a verb. */
    public static String onDay(LocalDate date, LocalDate today) {
        return Math.abs(ChronoUnit.DAYS.between(today, date)) < 2
                ? relativeDay(date, today)
                : "le" + NBSP + shortDate(date, today);
    }

    /** "ce soir", "demain soir", "vendredi" within the week, otherwise "le 4 décembre": to follow "avant". */
    public static String deadline(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "ce soir";
        }
        if (days == 1) {
            return "demain soir";
        }
        return days > 1 && days < DAYS_OF_A_WEEK ? WEEKDAY.format(date) : "le" + NBSP + shortDate(date, today);
    }

    /** "Aujourd’hui", "Demain", otherwise "Vendredi 27 novembre": to head what is on that day. */
    public static String calendarDay(LocalDate date, LocalDate today) {
        var name = Math.abs(ChronoUnit.DAYS.between(today, date)) < 2
                ? relativeDay(date, today)
                : WEEKDAY.format(date) + " " + shortDate(date, today);
        return name.substring(0, 1).toUpperCase(LOCALE) + name.substring(1);
    }

    /** "entre le 2 et le 6 décembre"; one day is "le 2 décembre". */
    public static String between(LocalDate from, LocalDate to, LocalDate today) {
        if (from.equals(to)) {
            return "le" + NBSP + shortDate(from, today);
        }
        var start = from.getMonth() == to.getMonth() && from.getYear() == to.getYear()
                ? dayOfMonth(from)
                : shortDate(from, today);
        return "entre le" + NBSP + start + " et le" + NBSP + shortDate(to, today);
    }

    /** "1 jour", "12 jours". */
    public static String days(long days) {
        return count(days, "jour", "jours");
    }

    /** "4 166". */
    public static String number(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /** "1 demande", "12 demandes"; French counts zero as singular. */
    public static String count(long number, String singular, String plural) {
        return number(number) + NBSP + (Math.abs(number) < 2 ? singular : plural);
    }

    /** "412 ko", "3,2 Mo". */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + NBSP + "octets";
        }
        return bytes < 999_500 // which rounds to 1 Mo
                ? Math.round(bytes / 1_000.0) + NBSP + "ko"
                : String.format(LOCALE, "%.1f", bytes / 1_000_000.0) + NBSP + "Mo";
    }

    /** "84,60 €" from cents. */
    public static String amount(long cents) {
        boolean plain = cents >= 0 && cents < THOUSAND_EUROS; // most are, and a formatter is slow
        var euros = plain
                ? cents / 100 + "," + cents % 100 / 10 + cents % 10
                : String.format(LOCALE, "%,.2f", cents / 100.0);
        return euros + NBSP + "€";
    }

    /** "tel:+33141181900" from "01 41 18 19 00" (RFC 3966). */
    public static String phoneUri(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.startsWith("0") ? "tel:+33" + digits.substring(1) : "tel:+" + digits;
    }

    private static String dayOfMonth(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    }
}
