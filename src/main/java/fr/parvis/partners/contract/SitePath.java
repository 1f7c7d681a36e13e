package fr.parvis.partners.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Paths under a partner's own site, to the letter of RFC 3986: nobody is led elsewhere from here, and no browser has to
 * guess what was meant. The schema says the same.
 */
public final class SitePath {

    private static final String CHARACTERS = "A-Za-z0-9._~!$&'()*+,;=:@/-";
    private static final String ENCODED = "%[0-9A-Fa-f]{2}";
    private static final String PATH = "(?:[" + CHARACTERS + "]|" + ENCODED + ")*";
    private static final String QUERY = "(?:[?" + CHARACTERS + "]|" + ENCODED + ")*";
    private static final String CLIMBS = "[^?#]*/(?:\\.|%2[Ee]){2}(?:[/?#]|$)";
    private static final Pattern WHOLE =
            Pattern.compile("(?!" + CLIMBS + ")/(?!/)" + PATH + "(?:\\?" + QUERY + ")?(?:#" + QUERY + ")?");
    private static final Pattern STRANGE = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^%?#" + CHARACTERS + "]");

    private SitePath() {}

    /** Whether this is one. */
    public static boolean isOne(String path) {
        return WHOLE.matcher(path).matches();
    }

    /** Encodes what cannot stand in a path, and leaves the rest as it is. */
    public static String spelled(String path) {
        return STRANGE.matcher(path).replaceAll(strange -> encoded(strange.group()));
    }

    /** Encodes all that has a meaning in a path, for a value that becomes one part of it. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
