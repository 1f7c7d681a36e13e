package fr.parvis.applications.hearing;

import static java.util.Map.entry;

import fr.parvis.applications.openid.Provider;
import java.util.Map;
import java.util.Optional;

/** The messages that applications send, by their address, and the one that we send them. */
public enum MessageKind {
    AUTHORIZATION("Demande de connexion"),
    AGREEMENT("Décision de la personne"),
    TOKENS("Demande de jetons"),
    USER_INFO("Lecture de l’identité"),
    REVOCATION("Jeton rendu"),
    INTROSPECTION("Question sur un jeton"),
    LOGOUT("Demande de déconnexion"),
    CAS_LOGIN("Demande de connexion CAS"),
    CAS_AGREEMENT("Décision de la personne"),
    CAS_VALIDATION("Validation du ticket"),
    TOLD("Message à l’application");

    private static final Map<String, MessageKind> CALLS = Map.ofEntries(
            entry("GET " + Provider.AUTHORIZE, AUTHORIZATION),
            entry("POST /oauth2/consentement", AGREEMENT),
            entry("POST " + Provider.TOKEN, TOKENS),
            entry("GET " + Provider.USER_INFO, USER_INFO),
            entry("POST " + Provider.USER_INFO, USER_INFO),
            entry("POST " + Provider.REVOKE, REVOCATION),
            entry("POST " + Provider.INTROSPECT, INTROSPECTION),
            entry("GET " + Provider.LOGOUT, LOGOUT),
            entry("GET /cas/login", CAS_LOGIN),
            entry("POST /cas/consentement", CAS_AGREEMENT),
            entry("GET /cas/validate", CAS_VALIDATION),
            entry("GET /cas/serviceValidate", CAS_VALIDATION),
            entry("GET /cas/p3/serviceValidate", CAS_VALIDATION),
            entry("GET /cas/proxyValidate", CAS_VALIDATION),
            entry("GET /cas/p3/proxyValidate", CAS_VALIDATION));

    private final String words;

    MessageKind(String words) {
        this.words = words;
    }

    /** In French. */
    public String words() {
        return words;
    }

    static Optional<MessageKind> of(String method, String path) {
        return Optional.ofNullable(CALLS.get(method + " " + path));
    }
}
