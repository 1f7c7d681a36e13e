package fr.parvis.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
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

    /** A code that is right now and was not shown before; there are three at most at any time. */
    public synchronized String code() {
        long now = Instant.now().getEpochSecond() / STEP;
        lastStep = Math.max(lastStep + 1, now - 1);
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
