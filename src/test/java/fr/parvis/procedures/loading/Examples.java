package fr.parvis.procedures.loading;

import fr.parvis.kernel.French;
import fr.parvis.procedures.Procedure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** The example of {@code src/test/resources/examples}, read on a fixed day: 19 November 2026. */
public final class Examples {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T20:14:00Z"), French.PARIS);

    public static final Set<String> UNITS = Set.of("stationnement", "etat-civil", "voirie");

    private Examples() {}

    /** The example as it stands. */
    public static Procedure procedure() {
        return read(text());
    }

    /** The text of the example, for tests that spoil it. */
    public static String text() {
        return resource("/examples/location-salle.yaml");
    }

    public static Procedure read(String text) {
        return new ProcedureReader(CLOCK)
                .read(new ProcedureDocument("location-salle.v1.yaml", "location-salle", 1, text), UNITS::contains);
    }

    static String resource(String name) {
        try (var content = Examples.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
