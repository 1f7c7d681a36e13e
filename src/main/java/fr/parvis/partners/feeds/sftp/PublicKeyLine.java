package fr.parvis.partners.feeds.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The line of an OpenSSH public key ({@code .pub}): kind, key in base64, comment. */
public final class PublicKeyLine {

    private static final Set<String> KINDS =
            Set.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa");
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_COMMENT = 100;
    private static final int PARTS = 3;

    private PublicKeyLine() {}

    /** The key, or what is wrong with what was pasted. */
    public static KeyOutcome read(String pasted, Instant now) {
        var line = pasted.strip();
        if (line.contains("PRIVATE KEY")) {
            return new KeyOutcome.Wrong("C’est une clé privée : elle ne se donne à personne, et ne doit plus servir."
                    + " Demandez au partenaire d’en faire une autre et d’envoyer son fichier .pub.");
        }
        if (line.startsWith("---- BEGIN SSH2")) {
            return new KeyOutcome.Wrong(
                    "Cette forme n’est pas celle d’OpenSSH : dans PuTTYgen, copiez le texte du cadre du"
                            + " haut, qui tient sur une ligne et commence par ssh-.");
        }
        if (line.lines().count() > 1) {
            return new KeyOutcome.Wrong("Collez une seule clé à la fois, sur une seule ligne.");
        }
        var parts = line.split("\\s+", PARTS);
        if (parts.length < 2 || !KINDS.contains(parts[0])) {
            return new KeyOutcome.Wrong("Collez la clé publique du partenaire : une ligne qui commence par ssh-ed25519,"
                    + " ecdsa-sha2-nistp256 ou ssh-rsa.");
        }
        return read(parts[0], parts[1], parts.length < PARTS ? "" : parts[2], now);
    }

    private static KeyOutcome read(String kind, String base64, String comment, Instant now) {
        try {
            var entry = PublicKeyEntry.parsePublicKeyEntry(kind + " " + base64);
            var key = entry.resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING);
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
                return new KeyOutcome.Wrong(
                        "Cette clé RSA n’a que " + rsa.getModulus().bitLength() + " bits : il en faut " + SHORTEST_RSA
                                + ", ou une clé ssh-ed25519.");
            }
            return new KeyOutcome.Good(new DropKey(KeyUtils.getFingerPrint(key), kind, shortened(comment), now));
        } catch (IOException | GeneralSecurityException | RuntimeException damaged) {
            return new KeyOutcome.Wrong(
                    "Cette clé est incomplète ou abîmée : copiez la ligne entière du fichier .pub.");
        }
    }

    private static String shortened(String comment) {
        var plain = comment.replaceAll("\\p{Cntrl}", "").strip();
        return plain.substring(0, Math.min(LONGEST_COMMENT, plain.length()));
    }
}
