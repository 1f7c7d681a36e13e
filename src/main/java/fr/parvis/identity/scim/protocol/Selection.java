package fr.parvis.identity.scim.protocol;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attributes the answer shall hold (RFC 7644, section 3.9), by their first name: Entra ID reads groups without
 * their members.
 *
 * @param only empty for all
 */
public record Selection(Set<String> only, Set<String> without) {

    private static final Set<String> ALWAYS = Set.of("schemas", "id");

    public Selection {
        only = Set.copyOf(only);
        without = Set.copyOf(without);
    }

    public static Selection of(@Nullable String attributes, @Nullable String excludedAttributes) {
        return new Selection(names(attributes), names(excludedAttributes));
    }

    public ObjectNode of(ObjectNode resource) {
        var chosen = resource.deepCopy();
        chosen.propertyNames().stream().toList().forEach(name -> {
            if (!isWanted(name.toLowerCase(Locale.ROOT))) {
                chosen.remove(name);
            }
        });
        return chosen;
    }

    private boolean isWanted(String name) {
        boolean asked = only.isEmpty() || only.contains(name);
        return ALWAYS.contains(name) || (asked && !without.contains(name));
    }

    private static Set<String> names(@Nullable String list) {
        return list == null
                ? Set.of()
                : Stream.of(list.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .map(Selection::first)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The resource's own attribute that holds the one named: "name" for "name.givenName", the schema for one of an extension. */
    private static String first(String name) {
        var extension = name.startsWith("urn:") && name.contains(":extension:");
        var plain = name.startsWith("urn:") && !extension ? name.substring(name.lastIndexOf(':') + 1) : name;
        if (extension) {
            return name.endsWith(":user") ? name : name.substring(0, name.lastIndexOf(':'));
        }
        return plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
    }
}
