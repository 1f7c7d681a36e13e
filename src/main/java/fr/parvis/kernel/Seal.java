package fr.parvis.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals small secrets before they become rows, with a key that is not in the database (AES-256-GCM, NIST SP 800-38D). A
 * secret is bound to its owner: moved to another row, it does not open.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param purpose names the key, as in {@link Secrets#key} */
    public Seal(Secrets secrets, String purpose) {
        this.key = secrets.key(purpose, "AES");
    }

    /** The secret as it may be stored. */
    public byte[] close(byte[] secret, String owner) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var body = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + body.length);
            System.arraycopy(body, 0, sealed, NONCE_BYTES, body.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException when it was sealed for another owner, or the town's secret was changed
     */
    public byte[] open(byte[] sealed, String owner) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), owner);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("what belongs to " + owner + " was sealed with another secret", wrongKey);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
