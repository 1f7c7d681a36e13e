package fr.parvis.applications.hearing;

import fr.parvis.applications.Digests;
import fr.parvis.kernel.French;
import java.util.HexFormat;
import java.util.Set;

/** What may be shown of a value. Only names known to be harmless show theirs: secrets and people are the rest. */
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

    private static final int LONGEST = 300;
    private static final int FINGERPRINT_BYTES = 3;

    private Masks() {}

    /** A masked value keeps its length and a fingerprint, by which two messages can be compared. */
    public static String shown(String name, String value) {
        if (value.isEmpty()) {
            return "(vide)";
        }
        return HARMLESS.contains(name)
                ? value.substring(0, Math.min(LONGEST, value.length()))
                : "masqué, " + French.count(value.length(), "caractère", "caractères") + ", empreinte "
                        + HexFormat.of().formatHex(Digests.of(value), 0, FINGERPRINT_BYTES);
    }
}
