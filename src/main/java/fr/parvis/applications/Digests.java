package fr.parvis.applications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Secrets that only their holder keeps: we know them by SHA-256, which 256 random bits make enough. */
public final class Digests {

    /** How we vouch for a value with a key (RFC 2104). */
    public static final String KEYED = "HmacSHA256";

    private static final int BYTES = 32;

    private Digests() {}

    /** A new secret, 43 characters that fit in an address. */
    public static String newSecret(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** A value under a key, without which it can be neither made nor guessed. */
    public static byte[] keyed(SecretKey key, String value) {
        try {
            var mac = Mac.getInstance(KEYED);
            mac.init(key);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
