package fr.parvis.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A secret that a browser carries and that opens something. The database keeps its hash, so that stolen rows open
 * nothing.
 *
 * @param value 256 random bits, in base64url, when made here; anything when a browser sends it
 */
public record Token(String value) {

    private static final int BYTES = 32;

    /** One that nobody can guess. */
    public static Token next(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 of the token: slow hashes are for secrets that people choose. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Token";
    }
}
