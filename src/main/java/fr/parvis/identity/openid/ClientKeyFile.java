package fr.parvis.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import fr.parvis.kernel.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Reads the private key that the settings bring: a JWK of P-256, or of RSA with 2048 bits or more. */
final class ClientKeyFile {

    private static final int SHORTEST_RSA = 2048;

    private ClientKeyFile() {}

    static JWK read(Path file) {
        try {
            var key = JWK.parse(Files.readString(file));
            if (key.isPrivate() && isStrong(key)) {
                return named(key);
            }
        } catch (IOException | ParseException | JOSEException wrong) {
            // said below, without what the file holds
        }
        throw new WrongSettingException(
                "PARVIS_CLIENT_KEY_FILE doit contenir une clé privée au format JWK, P-256 ou RSA de 2048 bits au moins.");
    }

    private static boolean isStrong(JWK key) {
        return switch (key) {
            case ECKey elliptic -> elliptic.getCurve().equals(Curve.P_256);
            case RSAKey rsa -> rsa.size() >= SHORTEST_RSA;
            default -> false;
        };
    }

    /** Providers find a key by its id: a key without one goes by its thumbprint (RFC 7638). */
    private static JWK named(JWK key) throws JOSEException {
        if (key.getKeyID() != null) {
            return key;
        }
        var kid = key.computeThumbprint().toString();
        return key instanceof ECKey elliptic
                ? new ECKey.Builder(elliptic).keyID(kid).build()
                : new RSAKey.Builder(key.toRSAKey()).keyID(kid).build();
    }
}
