package fr.parvis.identity.scim.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the town's directory is connected.
 *
 * @param address what its settings call the address of the service (tenant URL)
 * @param secret the token just made, shown this once; null otherwise
 * @param tokens those that work, the newest first
 */
public record ConnectionPage(
        String address, @Nullable String secret, List<Held> tokens, List<Line> refused, List<Line> newest) {

    public ConnectionPage {
        tokens = List.copyOf(tokens);
        refused = List.copyOf(refused);
        newest = List.copyOf(newest);
    }

    /** A token, in words. */
    public record Held(String made, String until, String lastUsed) {}

    /** A call, in words. */
    public record Line(String at, String what, int status, boolean bad, String reason) {}
}
