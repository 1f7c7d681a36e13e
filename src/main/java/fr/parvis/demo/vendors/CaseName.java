package fr.parvis.demo.vendors;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor speaks to the town of one of its cases.
 *
 * @param key its own name of the case, the same in all events of it
 * @param person whose it is, by one of the names that the contract knows: {@code member}, {@code sub} or {@code reference}
 * @param path where the resident goes on, under the vendor's site; null when all there is to do is done in the town
 */
public record CaseName(
        String key, Map<String, String> person, @Nullable String path) {

    public CaseName {
        person = Map.copyOf(person);
    }

    /** A case of somebody whom the vendor knows by a number of its own. */
    public static CaseName of(String key, String member, String path) {
        return new CaseName(key, Map.of("member", member), path);
    }
}
