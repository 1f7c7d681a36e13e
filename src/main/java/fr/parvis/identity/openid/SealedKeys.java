package fr.parvis.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.parvis.kernel.Seal;
import fr.parvis.kernel.Secrets;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.UUID;

/** Makes keys that sign, and seals their private part before they become rows; each is bound to its own id. */
public final class SealedKeys {

    private static final int RSA_BITS = 2048;

    private final Seal seal;

    /** @param purpose names the key that seals, as in {@link Secrets#key} */
    public SealedKeys(Secrets secrets, String purpose) {
        this.seal = new Seal(secrets, purpose);
    }

    /** A new key for RS256 or ES256, under a new id. */
    public static JWK generate(JWSAlgorithm algorithm) {
        try {
            var kid = UUID.randomUUID().toString();
            return algorithm.equals(JWSAlgorithm.RS256)
                    ? new RSAKeyGenerator(RSA_BITS)
                            .keyID(kid)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .generate()
                    : new ECKeyGenerator(Curve.P_256)
                            .keyID(kid)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK has RSA and P-256", impossible);
        }
    }

    /** The key as it may be stored. */
    public byte[] close(JWK key) {
        return seal.close(key.toJSONString().getBytes(StandardCharsets.UTF_8), key.getKeyID());
    }

    /** The key again, private part included. */
    public JWK open(String kid, byte[] sealed) {
        try {
            return JWK.parse(new String(seal.open(sealed, kid), StandardCharsets.UTF_8));
        } catch (ParseException impossible) {
            throw new IllegalStateException("signing key " + kid + " is not what was sealed", impossible);
        }
    }
}
