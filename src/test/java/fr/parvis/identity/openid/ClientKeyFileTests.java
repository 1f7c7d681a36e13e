package fr.parvis.identity.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.parvis.kernel.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key that a town brings must be one that providers take, and goes by a name. */
class ClientKeyFileTests {

    @TempDir
    Path folder;

    @Test
    void takesAPrivateKeyOfEitherKind() throws IOException, JOSEException {
        var elliptic = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
        assertThat(ClientKeyFile.read(file(elliptic)).getKeyID()).isEqualTo("2026");
        var rsa = new RSAKeyGenerator(2048).generate();
        assertThat(ClientKeyFile.read(file(rsa)).getKeyID())
                .isEqualTo(rsa.computeThumbprint().toString());
        var unnamed = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(ClientKeyFile.read(file(unnamed)).getKeyID())
                .isEqualTo(unnamed.computeThumbprint().toString());
    }

    @Test
    void refusesAnyOther() throws IOException, JOSEException {
        assertRefused(file(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()));
        assertRefused(file(new ECKeyGenerator(Curve.P_384).generate()));
        assertRefused(file(new OctetSequenceKeyGenerator(256).generate()));
        assertRefused(Files.writeString(folder.resolve("cle.jwk"), "-----BEGIN PRIVATE KEY-----"));
    }

    private Path file(JWK key) throws IOException {
        return Files.writeString(folder.resolve("cle.jwk"), key.toJSONString());
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> ClientKeyFile.read(file))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("PARVIS_CLIENT_KEY_FILE");
    }
}
