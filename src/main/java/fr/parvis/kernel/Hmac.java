package fr.parvis.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What only the town can compute of a text (HMAC-SHA-256, RFC 2104): a row that holds it tells nothing of the text to who
 * copies the database, and nobody else can make one up.
 */
public final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /** @param purpose names the key, as in {@link Secrets#key} */
    public Hmac(Secrets secrets, String purpose) {
        this.key = secrets.key(purpose, ALGORITHM);
    }

    /** 32 bytes, the same at every start. */
    public byte[] of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
