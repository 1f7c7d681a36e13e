package fr.parvis.applications.hearing;

import java.util.ArrayList;
import java.util.List;

/** What to do about the reasons that endpoints give in the journal, and which parameter they are about. */
enum Mending {
    CODE(
            "code inconnu",
            "code",
            "Un code sert une seule fois, dans la minute. Demandez les jetons dès le retour : une page rechargée ou un"
                    + " double appel suffit à le perdre."),
    OTHER("code d’une autre", "code", "Ce code a été donné à une autre application : vérifiez client_id."),
    ADDRESS(
            "redirect_uri différente",
            "redirect_uri",
            "Envoyez exactement la même adresse que dans la demande de connexion."),
    VERIFIER(
            "code_verifier",
            "code_verifier",
            "code_challenge n’est pas l’empreinte de ce texte. Gardez le texte tiré pour cette demande, et calculez"
                    + " son empreinte SHA-256 en base64url sans signe =."),
    REFRESH(
            "renouvellement",
            "refresh_token",
            "Chaque jeton de renouvellement sert une fois et en donne un autre : gardez toujours le dernier."),
    SECRET(
            "secret inconnu",
            "preuve",
            "Recopiez le secret sans espace ni saut de ligne, ou renouvelez-le sur la page de l’application."),
    SECRET_FOR_KEYS(
            "enregistrée avec ses clés",
            "preuve",
            "Envoyez une assertion signée (private_key_jwt), ou retirez l’adresse des clés de l’application."),
    KEYS_FOR_SECRET(
            "enregistrée avec un secret",
            "preuve",
            "Envoyez le secret, ou enregistrez l’adresse des clés publiques de l’application."),
    ASSERTION(
            "assertion refusée",
            "preuve",
            "Vérifiez la clé (kid), aud (l’adresse de découverte sans sa fin, ou celle des jetons), exp (quelques"
                    + " minutes) et jti (nouveau à chaque fois)."),
    SUSPENDED("suspendue", "client_id", "Remettez l’application en service.");

    private final String fragment;
    private final String parameter;
    private final String advice;

    Mending(String fragment, String parameter, String advice) {
        this.fragment = fragment;
        this.parameter = parameter;
        this.advice = advice;
    }

    /** These lines, with the advice that the reason calls for on the parameter that it is about. */
    static List<Line> applied(String reason, List<Line> lines) {
        var mended = new ArrayList<>(lines);
        for (var mending : values()) {
            if (reason.contains(mending.fragment)) {
                mended.replaceAll(mending::on);
                break;
            }
        }
        return mended;
    }

    private Line on(Line line) {
        return line.name().equals(parameter) ? Line.wrong(line.name(), line.value(), advice) : line;
    }
}
