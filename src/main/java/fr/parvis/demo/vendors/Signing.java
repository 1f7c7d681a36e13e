package fr.parvis.demo.vendors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of messages, as the Standard Webhooks convention describes them. */
public final class Signing {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int WORD_BYTES = 16;

    private Signing() {}

    static String sign(byte[] key, String id, Instant at, byte[] body) {
        return sign(key, id, String.valueOf(at.getEpochSecond()), body);
    }

    /** Whether a message that came is the town's, and of now. */
    public static boolean isGood(byte[] key, Message message, Instant now) {
        if (!message.timestamp().matches("\\d{1,11}")) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        var right = sign(key, message.id(), message.timestamp(), message.body());
        return Arrays.stream(message.signatures().split(" ", -1)).anyMatch(given -> isSame(given, right));
    }

    /** A word that only the holder of the key finds, for this thing. */
    static String word(byte[] key, String thing) {
        var mac = mac(key, thing.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, WORD_BYTES));
    }

    /** Compares without telling by its duration how much is right. */
    static boolean isSame(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(byte[] key, String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac(key, head, body));
    }

    private static byte[] mac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
