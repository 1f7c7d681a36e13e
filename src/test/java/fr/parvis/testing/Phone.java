package fr.parvis.testing;

import static org.awaitility.Awaitility.await;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Somebody's authenticator application: given a secret once, it shows codes, each of which is good once. */
public final class Phone {

    private static final Map<String, Phone> PHONES = new ConcurrentHashMap<>();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final int STEP = 30;

    /** The step before counts until the next one begins: later than this in it, typing might take too long. */
    private static final int TYPED_WITHIN = 20;

    private final byte[] secret;
    private long lastStep;

    private Phone(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The phone of this person, once it has the secret that the page shows in groups of four. */
    public static Phone learn(String person, String shownSecret) {
        return PHONES.compute(person, (name, before) -> new Phone(Base32.decode(shownSecret.replace(" ", ""))));
    }

    /** The phone that learnt this person's secret. */
    public static Phone of(String person) {
        var phone = PHONES.get(person);
        if (phone == null) {
            throw new AssertionError(person + " has installed no application");
        }
        return phone;
    }

    /**
     * A code that was not shown before and is right for ten seconds more; there are two or three at any time, and who
     * wants another waits.
     */
    public synchronized String code() {
        lastStep = Math.max(lastStep + 1, (Instant.now().getEpochSecond() - TYPED_WITHIN) / STEP);
        await().atMost(Duration.ofSeconds(2 * STEP))
                .until(() -> lastStep <= Instant.now().getEpochSecond() / STEP + 1);
        return codeAt(Instant.ofEpochSecond(lastStep * STEP));
    }

    /** The code of a moment. */
    public String codeAt(Instant moment) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), moment);
        } catch (InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
