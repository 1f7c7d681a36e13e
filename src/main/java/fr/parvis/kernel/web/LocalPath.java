package fr.parvis.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to go on after signing in: always a path of this portal, whatever the link says, so that a message with our
 * address cannot lead to somebody else's (CWE-601).
 */
public final class LocalPath {

    /** Where people land without another wish. */
    public static final String HOME = "/mon-fil";

    /** An application's whole request to sign somebody in; it stands in a cookie while they are at FranceConnect. */
    private static final int LONGEST = 3_900;

    private LocalPath() {}

    /** The path and query asked for, or the person's home when it is not a path of this portal. */
    public static String orHome(@Nullable String asked) {
        return parse(asked).orElse(HOME);
    }

    /** The path and query of a request, as an address to come back to. */
    public static String of(HttpServletRequest request) {
        var query = request.getQueryString();
        return orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static Optional<String> parse(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || !asked.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) {
            return Optional.empty();
        }
        try {
            var address = new URI(asked);
            var path = address.getRawPath();
            var local = !address.isAbsolute() && address.getRawAuthority() == null && !path.contains("//");
            return local && !path.startsWith("/connexion") && !path.startsWith("/deconnexion")
                    ? Optional.of(asked)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
