package fr.parvis.applications.hearing;

import fr.parvis.applications.Digests;
import fr.parvis.kernel.French;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/**
 * What may be shown of a value. Only names known to be harmless show theirs. A drawn secret keeps its length, and a
 * fingerprint under a key drawn for one trial, by which its messages can be compared; of people, nothing is kept.
 */
public final class Masks {

    private static final Set<String> HARMLESS = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "code_challenge_method",
            "prompt",
            "max_age",
            "acr_values",
            "ui_locales",
            "grant_type",
            "client_assertion_type",
            "token_type_hint",
            "token_type",
            "expires_in",
            "active",
            "iss",
            "error",
            "error_description",
            "post_logout_redirect_uri",
            "service",
            "renew",
            "gateway",
            "format",
            "accord");

    private static final Set<String> DRAWN = Set.of(
            "code",
            "state",
            "nonce",
            "code_challenge",
            "code_verifier",
            "access_token",
            "refresh_token",
            "id_token",
            "id_token_hint",
            "client_secret",
            "client_assertion",
            "token",
            "ticket",
            "logout_token");

    private static final int KEY_BYTES = 32;

    private static final int LONGEST = 300;
    private static final int FINGERPRINT_BYTES = 3;

    private final SecretKeySpec key;

    Masks(byte[] key) {
        this.key = new SecretKeySpec(key, Digests.KEYED);
    }

    /** Masks that nobody else can compare with. */
    public static Masks next(RandomGenerator random) {
        return new Masks(newKey(random));
    }

    static byte[] newKey(RandomGenerator random) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    public String shown(String name, String value) {
        if (value.isEmpty()) {
            return "(vide)";
        }
        if (HARMLESS.contains(name)) {
            return value.substring(0, Math.min(LONGEST, value.length()));
        }
        return DRAWN.contains(name)
                ? "masqué, " + French.count(value.length(), "caractère", "caractères") + ", empreinte "
                        + HexFormat.of().formatHex(Digests.keyed(key, value), 0, FINGERPRINT_BYTES)
                : "masqué";
    }
}
