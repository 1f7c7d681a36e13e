package fr.parvis.identity.factors;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, with the SHA-1 that every application knows). */
final class Totp {

    /** RFC 4226, section 4: as long as the hash. */
    static final int SECRET_BYTES = 20;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();

    /** Clocks differ and people type slowly: the step before and the one after are taken too (section 5.2). */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The step whose code this is, around now and later than {@code after}; empty when it is none of them. */
    static OptionalLong step(byte[] secret, String typed, Instant now, long after) {
        var code = typed.replaceAll("\\D", "").getBytes(StandardCharsets.UTF_8);
        return candidates(now, after)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), code))
                .findFirst();
    }

    /** A code that would be right now, for the demonstration; the later the step, the fewer were used. */
    static String usable(byte[] secret, Instant now, long after) {
        return code(secret, candidates(now, after).findFirst().orElse(after + 1));
    }

    private static LongStream candidates(Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT).filter(step -> step > after);
    }

    private static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes any key", impossible);
        }
    }
}
