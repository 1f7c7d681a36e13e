package fr.parvis.identity.openid;

import fr.parvis.kernel.web.LocalPath;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A way to a provider and back, remembered by the browser that went: nobody can be brought in with an answer meant for
 * another browser.
 *
 * @param state must come back as it was sent (RFC 6749, section 10.12)
 * @param nonce must be in the id_token (OpenID Connect Core, section 3.1.2.1)
 * @param suite where to go on afterwards
 */
record Attempt(String state, String nonce, String suite) {

    private static final int BYTES = 24;

    static Attempt begin(RandomGenerator random, String suite) {
        return new Attempt(word(random), word(random), suite);
    }

    /** As a cookie's value: as the path is written, for a longer way of writing it would leave less room (RFC 6265). */
    String toCookie() {
        return state + "." + nonce + "." + suite.replace(";", "%3B").replace(",", "%2C");
    }

    /** What {@link #toCookie} wrote; empty when it is anything else. */
    static Optional<Attempt> parse(String cookie) {
        var parts = cookie.split("\\.", 3);
        return parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty()
                ? Optional.of(new Attempt(parts[0], parts[1], LocalPath.orHome(parts[2])))
                : Optional.empty();
    }

    private static String word(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
