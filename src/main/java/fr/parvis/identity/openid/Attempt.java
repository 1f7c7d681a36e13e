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
 * @param verifier proves at the exchange of the code who asked for it (RFC 7636)
 * @param suite where to go on afterwards
 */
record Attempt(String state, String nonce, String verifier, String suite) {

    private static final int BYTES = 24;
    private static final int VERIFIER_BYTES = 32;

    static Attempt begin(RandomGenerator random, String suite) {
        return new Attempt(word(random, BYTES), word(random, BYTES), word(random, VERIFIER_BYTES), suite);
    }

    /** As a cookie's value: as the path is written, for a longer way of writing it would leave less room (RFC 6265). */
    String toCookie() {
        return String.join(
                ".", state, nonce, verifier, suite.replace(";", "%3B").replace(",", "%2C"));
    }

    /** What {@link #toCookie} wrote; empty when it is anything else. */
    static Optional<Attempt> parse(String cookie) {
        var parts = cookie.split("\\.", 4);
        return parts.length == 4 && cookie.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}\\..*")
                ? Optional.of(new Attempt(parts[0], parts[1], parts[2], LocalPath.orHome(parts[3])))
                : Optional.empty();
    }

    private static String word(RandomGenerator random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
