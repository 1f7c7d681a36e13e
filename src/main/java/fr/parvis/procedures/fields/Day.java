package fr.parvis.procedures.fields;

import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date, typed as people write it (JJ/MM/AAAA, other separators, two-digit years, ISO), kept and seen by conditions as
 * ISO 8601 text, which compares in order.
 *
 * @param from the first day allowed
 * @param to the last day allowed
 * @param autocomplete "bday" for a date of birth of the person who types
 */
public record Day(
        @Nullable Bound from, @Nullable Bound to, @Nullable String autocomplete, Clock clock) implements TextInput {

    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})");
    private static final Pattern IN_WORDS = Pattern.compile("(\\d{1,2})(?:er)? (\\p{L}+)\\.? (\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** How old the example of a date in the past is, if the field takes it: such a field mostly asks for a birth. */
    private static final int A_LIFE_SO_FAR = 38;

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    @Override
    public Outcome parse(String typed) {
        var read = read(typed);
        if (read.isEmpty() || read.get().getYear() < 1850 || read.get().getYear() > 2200) {
            return new Outcome.Wrong("écrivez une date qui existe, en chiffres, comme " + TYPED.format(example()));
        }
        var date = read.get();
        var today = today();
        if (from != null && date.isBefore(from.on(today))) {
            return new Outcome.Wrong("choisissez une date à partir du " + French.date(from.on(today)));
        }
        if (to != null && date.isAfter(to.on(today))) {
            return new Outcome.Wrong("choisissez une date jusqu’au " + French.date(to.on(today)));
        }
        return Outcome.text(date.toString());
    }

    @Override
    public String typed(@Nullable Value value) {
        return date(value).map(TYPED::format).orElse("");
    }

    @Override
    public String words(Value value) {
        return date(value).map(French::date).orElse("");
    }

    @Override
    public Object conditionValue(Value value) {
        return value instanceof Value.Text(var iso) ? iso : "";
    }

    @Override
    public Hints hints() {
        return new Hints("text", autocomplete, "numeric", true, false);
    }

    /** A date this field takes, each number of it telling which one it is: 7 May of some year, if there is one. */
    private LocalDate example() {
        var today = today();
        var first = from == null ? LocalDate.MIN : from.on(today);
        var last = to == null ? LocalDate.MAX : to.on(today);
        int year = Math.max(first.getYear(), today.getYear());
        var years = isPast()
                ? IntStream.of(last.getYear() - A_LIFE_SO_FAR, last.getYear(), last.getYear() - 1)
                : IntStream.of(year + 1, year);
        return years.mapToObj(candidate -> LocalDate.of(candidate, 5, 7))
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .findFirst()
                .orElse(from == null ? last : first);
    }

    private boolean isPast() {
        return to != null && !to.on(today()).isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(French.PARIS));
    }

    private static Optional<LocalDate> date(@Nullable Value value) {
        if (value instanceof Value.Text(var text)) {
            var iso = ISO.matcher(text);
            return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<LocalDate> read(String typed) {
        var iso = ISO.matcher(typed);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var french = FRENCH.matcher(typed);
        if (french.matches()) {
            return day(year(french.group(3)), french.group(2), french.group(1));
        }
        var words = IN_WORDS.matcher(typed);
        if (words.matches()) {
            int month = MONTHS.indexOf(Plain.text(words.group(2))) + 1;
            return day(year(words.group(3)), String.valueOf(month), words.group(1));
        }
        return Optional.empty();
    }

    /** Two digits mean the century in which the date is allowed: 58 is 1958 for a birth. */
    private String year(String digits) {
        if (digits.length() == 4) {
            return digits;
        }
        int thisYear = today().getYear();
        int year = thisYear / 100 * 100 + Integer.parseInt(digits);
        return String.valueOf(year > thisYear && isPast() ? year - 100 : year);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
