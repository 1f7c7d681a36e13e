package fr.parvis.demo.openid;

/** How the simulator misbehaves, so that its clients can be tried. */
enum Fault {
    NONE("se comporte bien"),
    DOWN("répond 503 à tout"),
    SLOW("met plus de cinq secondes à donner les jetons"),
    DENIED("la personne renonce (access_denied)"),
    SERVER_ERROR("revient avec server_error"),
    TOKEN_REFUSED("refuse le code comme déjà utilisé (invalid_grant)"),
    WRONG_STATE("revient avec un autre state"),
    WRONG_ISSUER_ANSWER("revient avec un autre iss (mix-up)"),
    WRONG_NONCE("id_token avec un autre nonce"),
    OTHER_ISSUER("id_token d’un autre émetteur"),
    OTHER_AUDIENCE("id_token pour un autre service"),
    EXPIRED("id_token périmé"),
    LOW_LEVEL("id_token sans le niveau demandé"),
    UNSIGNED("id_token sans signature (alg none)"),
    SHARED_SECRET("id_token signé en HS256"),
    UNKNOWN_KEY("id_token signé d’une clé inconnue"),
    OTHER_SUB("userinfo d’une autre personne"),
    OTHER_USERINFO_AUDIENCE("userinfo pour un autre service"),
    PLAIN_USERINFO("userinfo en JSON, sans signature"),
    UNSIGNED_USERINFO("userinfo en JWT sans signature (alg none)");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
