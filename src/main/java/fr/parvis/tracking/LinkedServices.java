package fr.parvis.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person's other services last told of them, beside what is followed; the module that hears these services offers
 * it to "Mon fil" as a bean. It holds it ready: nobody is asked while a page is made.
 */
public interface LinkedServices {

    /** Of this person, with the appointments that are not over at that moment. */
    Board of(UUID owner, Instant from);

    /** All of it. */
    record Board(List<Tile> tiles, List<Due> dues, List<Appointment> appointments) {

        public Board {
            tiles = List.copyOf(tiles);
            dues = List.copyOf(dues);
            appointments = List.copyOf(appointments);
        }
    }

    /**
     * A service and what it says now.
     *
     * @param href where it opens
     * @param lines what it told, one for each person of the family; none when it told nothing yet
     * @param toldAt when, at the earliest; null when it told nothing yet
     */
    record Tile(
            String name,
            String href,
            List<Line> lines,
            @Nullable Instant toldAt) {

        public Tile {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What a service told of one person.
     *
     * @param whom as the family calls them; null when nobody else of it is linked there
     */
    record Line(@Nullable String whom, List<Fact> facts) {

        public Line {
            facts = List.copyOf(facts);
        }
    }

    /** "2 prêts à rendre", "solde" with an amount in euro cents. */
    record Fact(String text, @Nullable Long cents, @Nullable LocalDate before) {}

    /**
     * A fact with a date, or something to do.
     *
     * @param key names it among the person's, today and tomorrow; it tells who they are at the service
     * @param todo whether the person must do something about it
     */
    record Due(
            String key, Fact fact, String service, @Nullable String whom, boolean todo, String href, Instant toldAt) {}

    /**
     * An appointment or a place kept.
     *
     * @param key names it among the person's, today and tomorrow
     * @param reference of what is followed
     * @param to null when it is a moment
     */
    record Appointment(
            String key,
            String reference,
            String label,
            String service,
            Instant from,
            @Nullable Instant to,
            @Nullable String place,
            Instant toldAt) {}
}
