package fr.parvis.identity.openid;

import java.nio.charset.StandardCharsets;
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

    /** As a cookie's value. */
    String toCookie() {
        var path = Base64.getUrlEncoder().withoutPadding().encodeToString(suite.getBytes(StandardCharsets.UTF_8));
        return String.join(".", state, nonce, verifier, path);
    }

    /** What {@link #toCookie} wrote; empty when it is anything else. */
    static Optional<Attempt> parse(String cookie) {
        var parts = cookie.split("\\.", -1);
        if (parts.length != 4 || !cookie.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}\\.[\\w-]*")) {
            return Optional.empty();
        }
        var suite = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
        return Optional.of(new Attempt(parts[0], parts[1], parts[2], suite));
    }

    private static String word(RandomGenerator random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
