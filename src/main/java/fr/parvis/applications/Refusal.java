package fr.parvis.applications;

/** Why an application did not get what it asked, in the words of its journal. */
public enum Refusal {
    ADDRESS_UNKNOWN("redirect_uri n’est pas enregistrée, caractère pour caractère"),
    SUSPENDED("l’application est suspendue"),
    RESPONSE_TYPE("seul response_type=code est servi"),
    RESPONSE_MODE("seul response_mode=query est servi"),
    REQUEST_OBJECT("les demandes signées (request) ne sont pas servies"),
    REQUEST_URI("les demandes par référence (request_uri) ne sont pas servies"),
    CHALLENGE("PKCE est obligatoire\u00a0: code_challenge, avec code_challenge_method=S256"),
    PROMPT("prompt=none ne va avec aucune autre valeur"),
    MALFORMED("un paramètre manque, ou n’a pas la forme attendue"),
    DECLINED("la personne a refusé"),
    CODE("code inconnu, expiré ou déjà utilisé"),
    CODE_OF_ANOTHER("code d’une autre application"),
    ADDRESS_DIFFERS("redirect_uri différente de celle de la demande"),
    VERIFIER("code_verifier absent ou différent (PKCE)"),
    REFRESH_TOKEN("jeton de renouvellement inconnu"),
    REFRESH_TOKEN_USED("jeton de renouvellement expiré, retiré ou utilisé deux fois"),
    SECRET("secret inconnu ou expiré"),
    SECRET_FOR_KEYS("un secret, alors que l’application est enregistrée avec ses clés"),
    KEYS_FOR_SECRET("une assertion signée, alors que l’application est enregistrée avec un secret"),
    ASSERTION("assertion refusée"),
    PROOF("cette preuve n’est pas admise"),
    SERVICE_DIFFERS("le ticket a été donné pour une autre adresse service"),
    NOT_FRESH("la personne ne s’est pas connectée pour ce ticket (renew)"),
    WITHDRAWN("la personne a retiré son accord"),
    LOGOUT("la déconnexion n’a pas pu être annoncée");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    /** In French. */
    public String words() {
        return words;
    }
}
