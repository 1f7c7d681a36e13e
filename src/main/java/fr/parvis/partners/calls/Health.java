package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a partner does.
 *
 * @param lastEvent null when none was ever taken
 * @param eventsToday taken today; at most {@link #MOST}
 * @param refusalsToday at most {@link #MOST}
 * @param takenLastHour and {@code refusedLastHour}: events of the last hour; at most {@link #MOST} each
 * @param lagMedian from what happened there to here, in the last hour, without what was a day old by then; null when
 *     nothing came
 * @param usualSilence the longest of the last two weeks, before the present one; null when too little is known
 * @param waiting events that wait for one before them
 */
public record Health(
        Instant now,
        @Nullable Instant lastEvent,
        int eventsToday,
        int refusalsToday,
        int takenLastHour,
        int refusedLastHour,
        @Nullable Duration lagMedian,
        @Nullable Duration lagWorst,
        @Nullable Duration usualSilence,
        int waiting) {

    /** Beyond it, numbers only say "many". */
    public static final int MOST = 10_000;

    /** Silence is news after this long at the soonest. */
    private static final Duration SHORTEST = Duration.ofHours(2);

    /** And after this long for a partner of which too little is known. */
    private static final Duration UNKNOWN = Duration.ofDays(2);

    private static final int FEW = 10;
    private static final int TENTH = 10;

    /** Whether it has been silent for longer than it ever is. */
    public boolean silent() {
        return lastEvent != null && silence().compareTo(longestUsual()) > 0;
    }

    /** Whether more than a tenth of what came in the last hour was refused; a handful says nothing. */
    public boolean refusing() {
        int all = takenLastHour + refusedLastHour;
        return all >= FEW && refusedLastHour * TENTH > all;
    }

    /** Whether some was refused, of too little to say how it does. */
    public boolean uncertain() {
        return refusedLastHour > 0 && takenLastHour + refusedLastHour < FEW;
    }

    /** "18 %" of the last hour; of too little, only how many. */
    public String refusedInWords() {
        return uncertain()
                ? refusedLastHour + " sur " + (takenLastHour + refusedLastHour) + ", trop peu pour juger"
                : refusalRate() + French.NBSP + "%";
    }

    /** In percent, of the last hour. */
    public int refusalRate() {
        int all = takenLastHour + refusedLastHour;
        return all == 0 ? 0 : refusedLastHour * 100 / all;
    }

    /** How it does, in a word or two. */
    public String state() {
        if (lastEvent == null) {
            return "Rien reçu encore";
        }
        if (silent()) {
            return "Muet";
        }
        return refusing() ? "Beaucoup de refus" : uncertain() ? "Trop peu pour juger" : "En bonne santé";
    }

    /** Whether somebody should look. */
    public boolean troubled() {
        return silent() || refusing();
    }

    public String silenceInWords() {
        return lastEvent == null ? "" : words(silence());
    }

    public String lagInWords() {
        if (lagMedian == null || lagWorst == null) {
            return takenLastHour == 0 ? "rien reçu depuis une heure" : "seulement des événements de plus d’un jour";
        }
        return words(lagMedian) + " / " + words(lagWorst);
    }

    public String usualInWords() {
        return usualSilence == null ? "pas encore connu" : words(usualSilence);
    }

    public String lastInWords() {
        return lastEvent == null ? "jamais" : French.dateTime(lastEvent);
    }

    /** "312", "10 000 ou plus". */
    public static String many(int number) {
        return number >= MOST ? "10" + French.NBSP + "000 ou plus" : French.number(number);
    }

    private Duration silence() {
        return lastEvent == null ? Duration.ZERO : Duration.between(lastEvent, now);
    }

    private Duration longestUsual() {
        if (usualSilence == null) {
            return UNKNOWN;
        }
        return usualSilence.compareTo(SHORTEST) > 0 ? usualSilence : SHORTEST;
    }

    private static String words(Duration duration) {
        if (duration.toDays() >= 2) {
            return French.days(duration.toDays());
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + French.NBSP + "h " + "%02d".formatted(duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + French.NBSP + "min"
                : duration.toSeconds() + French.NBSP + "s";
    }
}
