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
        var right = sign(key, message.id(), message.timestamp(), message.body()).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(message.signatures().split(" ", -1))
                .anyMatch(given -> MessageDigest.isEqual(right, given.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String sign(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
