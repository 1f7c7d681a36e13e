package fr.parvis.partners.feeds.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Administrators paste public keys, and sometimes something else. */
class PublicKeyLineTests {

    /** Made by ssh-keygen, which shows this fingerprint for it. */
    private static final String LINE =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2PVTYZ928jDlEEbUckM4rSutQCPrLNep15xjcDinBt export@conservatoire";

    private static final String FINGERPRINT = "SHA256:64KG72U1KpvvypxT7/pjqdjPuyTgQ7/LXgtjHtIXGyQ";

    @Test
    void aLineOfOpenSshIsReadAsItShowsIt() {
        assertThat(PublicKeyLine.read("  " + LINE + "\n", Instant.EPOCH))
                .isEqualTo(new KeyOutcome.Good(
                        new DropKey(FINGERPRINT, "ssh-ed25519", "export@conservatoire", Instant.EPOCH)));
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp521, 521", "ssh-rsa, 2048"})
    void everyKindIsRead(String kind, int bits) {
        var key = DropClient.newKey(kind, bits);

        assertThat(PublicKeyLine.read(DropClient.line(key), Instant.EPOCH))
                .isInstanceOfSatisfying(KeyOutcome.Good.class, good -> {
                    assertThat(good.key().fingerprint()).isEqualTo(KeyUtils.getFingerPrint(key.getPublic()));
                    assertThat(good.key().comment()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | Collez la clé publique",
                "bonjour                                             | Collez la clé publique",
                "ssh-dss AAAAB3NzaC1kc3MAAACBAJ                      | Collez la clé publique",
                "from=\"10.0.0.1\" ssh-ed25519 AAAA                  | Collez la clé publique",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI               | incomplète",
                "ssh-ed25519 pas*de*base64                           | incomplète",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIGNvdWNvdQ          | incomplète",
                "-----BEGIN OPENSSH PRIVATE KEY-----                 | clé privée",
                "---- BEGIN SSH2 PUBLIC KEY ----                     | PuTTYgen"
            })
    void whatIsNoKeyIsExplained(String pasted, String why) {
        assertThat(PublicKeyLine.read(pasted, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        KeyOutcome.Wrong.class, wrong -> assertThat(wrong.why()).contains(why));
    }

    @Test
    void oneKeyAtATime() {
        assertThat(PublicKeyLine.read(LINE + "\n" + LINE, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        KeyOutcome.Wrong.class, wrong -> assertThat(wrong.why()).contains("une seule clé"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThat(PublicKeyLine.read(DropClient.line(DropClient.newKey("ssh-rsa", 1024)), Instant.EPOCH))
                .isInstanceOfSatisfying(
                        KeyOutcome.Wrong.class, wrong -> assertThat(wrong.why()).contains("1024 bits"));
    }
}
