package fr.parvis.applications.hearing;

import fr.parvis.applications.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a refusal.
 *
 * @param parameter that it is about
 */
record Mending(String parameter, String advice) {

    private static final String PROOF = "preuve";

    /** These lines, with the advice that the refusal calls for on the parameter that it is about. */
    static List<Line> applied(@Nullable Refusal refusal, List<Line> lines) {
        var mending = refusal == null ? null : of(refusal);
        return mending == null ? lines : lines.stream().map(mending::on).toList();
    }

    private Line on(Line line) {
        return line.name().equals(parameter) ? Line.wrong(line.name(), line.value(), advice) : line;
    }

    /** None where the lines themselves say it all. */
    private static @Nullable Mending of(Refusal refusal) {
        return switch (refusal) {
            case CODE, CODE_OF_ANOTHER, ADDRESS_DIFFERS, VERIFIER, REFRESH_TOKEN, REFRESH_TOKEN_USED ->
                ofGrant(refusal);
            case SECRET, SECRET_FOR_KEYS, KEYS_FOR_SECRET, ASSERTION, PROOF -> new Mending(PROOF, ofProof(refusal));
            case SUSPENDED -> new Mending("client_id", "Remettez l’application en service.");
            case PROMPT -> new Mending("prompt", "Envoyez prompt=none seul, ou retirez none.");
            default -> null;
        };
    }

    private static Mending ofGrant(Refusal refusal) {
        return switch (refusal) {
            case CODE ->
                new Mending(
                        "code",
                        "Un code sert une seule fois, dans la minute. Demandez les jetons dès le retour : une page"
                                + " rechargée ou un double appel suffit à le perdre.");
            case CODE_OF_ANOTHER ->
                new Mending("code", "Ce code a été donné à une autre application : vérifiez client_id.");
            case ADDRESS_DIFFERS ->
                new Mending("redirect_uri", "Envoyez exactement la même adresse que dans la demande de connexion.");
            case VERIFIER ->
                new Mending(
                        "code_verifier",
                        "code_challenge n’est pas l’empreinte de ce texte. Gardez le texte tiré pour cette demande, et"
                                + " calculez son empreinte SHA-256 en base64url sans signe =.");
            default ->
                new Mending(
                        "refresh_token",
                        "Chaque jeton de renouvellement sert une fois et en donne un autre : gardez toujours le"
                                + " dernier.");
        };
    }

    private static String ofProof(Refusal refusal) {
        return switch (refusal) {
            case SECRET ->
                "Recopiez le secret sans espace ni saut de ligne, ou renouvelez-le sur la page de l’application.";
            case SECRET_FOR_KEYS ->
                "Envoyez une assertion signée (private_key_jwt), ou retirez l’adresse des clés de l’application.";
            case KEYS_FOR_SECRET -> "Envoyez le secret, ou enregistrez l’adresse des clés publiques de l’application.";
            case PROOF -> "Envoyez le secret, ou une assertion signée (private_key_jwt).";
            default ->
                "Vérifiez la clé (kid), aud (l’adresse de découverte sans sa fin, ou celle des jetons), exp (quelques"
                        + " minutes) et jti (nouveau à chaque fois).";
        };
    }
}
