package fr.parvis.addresses;

import fr.parvis.kernel.Town;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Suggests postal addresses; a help only, so every failure of the geocoder is an empty list. */
@Service
public class Addresses {

    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;
    private static final int SUGGESTIONS = 5;
    private static final int REMEMBERED = 500;

    private final Geocoder geocoder;
    private final ObjectProvider<Town.Source> town;
    private final Circuit circuit;
    private final Map<String, List<Suggestion>> remembered = Collections.synchronizedMap(new Recent());

    Addresses(Geocoder geocoder, ObjectProvider<Town.Source> town, Clock clock) {
        this.geocoder = geocoder;
        this.town = town;
        this.circuit = new Circuit(clock);
    }

    /** The searches of late, so that typing and erasing a letter asks nothing. */
    private static final class Recent extends LinkedHashMap<String, List<Suggestion>> {

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Suggestion>> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * At most 5 addresses that begin like what was typed, those of the town first; none for less than 3 characters or
     * when the geocoder does not answer.
     */
    public List<Suggestion> suggest(String typed) {
        var text = normalized(typed);
        if (text.length() < SHORTEST || !Character.isLetterOrDigit(text.charAt(0))) {
            return List.of();
        }
        var known = remembered.get(text);
        return known != null ? known : ask(text);
    }

    private List<Suggestion> ask(String text) {
        if (circuit.isOpen()) {
            return List.of();
        }
        try {
            var found = townFirst(geocoder.search(text));
            circuit.succeeded();
            remembered.put(text, found);
            return found;
        } catch (IOException failure) {
            if (circuit.failed()) {
                LOG.warn("The geocoder fails ({}): no address suggestions for 30 seconds", failure.getMessage());
            }
            return List.of();
        }
    }

    private List<Suggestion> townFirst(List<Suggestion> found) {
        var postcode = town.getObject().town().postcode();
        return Stream.concat(
                        found.stream().filter(one -> one.postcode().equals(postcode)),
                        found.stream().filter(one -> !one.postcode().equals(postcode)))
                .limit(SUGGESTIONS)
                .toList();
    }

    private static String normalized(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\\s]+", " ")
                .strip()
                .toLowerCase(Locale.FRENCH);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
