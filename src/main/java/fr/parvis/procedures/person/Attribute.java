package fr.parvis.procedures.person;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something of the account holder that may answer a question, by the name that documents give it. */
public enum Attribute {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    EMAIL("email"),
    GIVEN_NAMES("givenNames"),
    BIRTH_NAME("birthName"),
    USUAL_NAME("usualName"),
    GENDER("gender"),
    BIRTH_DATE("birthDate"),
    BIRTH_PLACE("birthPlace"),
    BIRTH_COUNTRY("birthCountry");

    private final String key;

    Attribute(String key) {
        this.key = key;
    }

    public static Optional<Attribute> parse(String key) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.key.equals(key))
                .findFirst();
    }

    /** All the names, to say which may be written. */
    public static String keys() {
        return Arrays.stream(values()).map(attribute -> attribute.key).collect(Collectors.joining(", "));
    }
}
