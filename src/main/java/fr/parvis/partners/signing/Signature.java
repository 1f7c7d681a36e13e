package fr.parvis.partners.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a message (Standard Webhooks): HMAC-SHA256 of its id, its time in seconds and its body.
 *
 * @param id of the message
 * @param timestamp seconds since 1970, as text
 * @param value one or more {@code v1,<base64>}, separated by spaces
 */
public record Signature(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String value) {

    /** Headers in which it travels. */
    public static final String ID = "webhook-id";

    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String VALUE = "webhook-signature";

    /** How partners write a key: with this before its base64. */
    public static final String KEY_PREFIX = "whsec_";

    /** How far apart two clocks may be. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final int LONGEST_ID = 200;

    /** How a signature can be. */
    public enum Verdict {
        GOOD,
        MISSING,
        CLOCK,
        WRONG
    }

    /** Signs a message with each of these keys, so that a partner may renew its key when it suits it. */
    public static Signature of(String id, Instant at, byte[] body, List<byte[]> keys) {
        var timestamp = String.valueOf(at.getEpochSecond());
        var value = keys.stream()
                .map(key -> VERSION + mac(id, timestamp, body, key))
                .collect(Collectors.joining(" "));
        return new Signature(id, timestamp, value);
    }

    /** Whether it is the signature of this body, made about now with one of these keys. */
    public Verdict check(byte[] body, List<byte[]> keys, Instant now) {
        if (id == null || timestamp == null || value == null || id.length() > LONGEST_ID) {
            return Verdict.MISSING;
        }
        if (!timestamp.matches("\\d{1,11}")
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        > 0) {
            return Verdict.CLOCK;
        }
        var given = Arrays.asList(value.split(" ", -1));
        boolean good = keys.stream()
                .map(key -> (VERSION + mac(id, timestamp, body, key)).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(right -> given.stream()
                        .anyMatch(one -> MessageDigest.isEqual(right, one.getBytes(StandardCharsets.US_ASCII))));
        return good ? Verdict.GOOD : Verdict.WRONG;
    }

    private static String mac(String id, String timestamp, byte[] body, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
