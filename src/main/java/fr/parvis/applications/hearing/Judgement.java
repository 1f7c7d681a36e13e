package fr.parvis.applications.hearing;

import fr.parvis.applications.Application;
import fr.parvis.applications.Claim;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Judges what an application asks, as its vendor would want to read it; the endpoints decide for themselves. */
final class Judgement {

    private static final String VERIFIER = "[\\w.~-]{43,128}";
    private static final String CHALLENGE = "[\\w-]{43}";

    private Judgement() {}

    static List<Line> of(MessageKind kind, Application application, Findings findings) {
        return switch (kind) {
            case AUTHORIZATION, AGREEMENT ->
                authorization(findings, application).lines();
            case TOKENS -> tokens(findings, application).lines();
            case LOGOUT -> logout(findings, application).lines();
            case CAS_LOGIN, CAS_AGREEMENT -> casLogin(findings).lines();
            case CAS_VALIDATION -> casValidation(findings).lines();
            case USER_INFO, REVOCATION, INTROSPECTION, TOLD -> findings.lines();
        };
    }

    private static Findings authorization(Findings asked, Application application) {
        var scopes = List.of(asked.value("scope").split(" ", -1));
        asked.expect("client_id", application.clientId()::equals, "Envoyez client_id = " + application.clientId())
                .expect(
                        "redirect_uri",
                        application.addresses()::contains,
                        NearAddress.mending(asked.value("redirect_uri"), application.addresses()))
                .expect("response_type", "code"::equals, "Demandez response_type=code : c’est le seul parcours servi.")
                .expect("scope", scope -> scopes.contains("openid"), "Ajoutez openid à scope.")
                .expect(
                        "code_challenge",
                        value -> value.matches(CHALLENGE),
                        "PKCE est obligatoire. Envoyez l’empreinte SHA-256 de code_verifier, en base64url sans signe =,"
                                + " soit 43 caractères.")
                .expect("code_challenge_method", "S256"::equals, "Envoyez code_challenge_method=S256.")
                .advise("state", "Envoyez state, et vérifiez au retour qu’il est le même : il protège le navigateur.")
                .advise("nonce", "Envoyez nonce, et vérifiez-le dans le jeton d’identité.")
                .allow("response_mode", "query"::equals, "Retirez response_mode : le retour se fait dans l’adresse.")
                .allow("max_age", value -> value.matches("\\d{1,9}"), "max_age est un nombre de secondes.")
                .refuse("request", "Retirez request : les demandes signées ne sont pas servies.")
                .refuse("request_uri", "Retirez request_uri : les demandes par référence ne sont pas servies.");
        if (beyond(application, scopes)) {
            asked.remark("scope", "Il demande plus que ce que l’application peut savoir : le surplus est ignoré.");
        }
        return asked;
    }

    private static boolean beyond(Application application, List<String> scopes) {
        return scopes.contains("openid")
                && !application.claims().containsAll(Claim.askedBy(scopes))
                && Claim.askedBy(scopes).stream()
                        .map(Claim::scope)
                        .anyMatch(scope ->
                                application.claims().stream().map(Claim::scope).noneMatch(scope::equals));
    }

    private static Findings tokens(Findings asked, Application application) {
        var grant = asked.value("grant_type");
        asked.expect(
                "grant_type",
                Set.of("authorization_code", "refresh_token")::contains,
                "Envoyez grant_type=authorization_code, ou refresh_token pour renouveler.");
        if (grant.equals("refresh_token")) {
            return asked.expect("refresh_token", value -> !value.isBlank(), "Envoyez le dernier jeton reçu.");
        }
        return asked.expect("code", value -> !value.isBlank(), "Envoyez le code reçu à l’adresse de retour.")
                .expect(
                        "redirect_uri",
                        application.addresses()::contains,
                        "Envoyez la même adresse que dans la demande de connexion.")
                .expect(
                        "code_verifier",
                        value -> value.matches(VERIFIER),
                        "Envoyez le texte dont code_challenge était l’empreinte, de 43 à 128 caractères.");
    }

    private static Findings logout(Findings asked, Application application) {
        return asked.advise("id_token_hint", "Envoyez le jeton d’identité : sans lui, la personne doit confirmer.")
                .allow(
                        "post_logout_redirect_uri",
                        application.logoutAddresses()::contains,
                        NearAddress.mending(asked.value("post_logout_redirect_uri"), application.logoutAddresses()));
    }

    private static Findings casLogin(Findings asked) {
        return asked.allow("renew", Judgement::isSwitch, "Envoyez renew=true, ou rien.")
                .allow("gateway", Judgement::isSwitch, "Envoyez gateway=true, ou rien.")
                .refuse("method", "Retirez method : le ticket revient dans l’adresse.");
    }

    private static Findings casValidation(Findings asked) {
        return asked.expect("service", value -> !value.isBlank(), "Envoyez la même adresse qu’à la connexion.")
                .expect(
                        "ticket",
                        value -> value.startsWith("ST-"),
                        "Envoyez le ticket reçu, qui commence par ST- : les tickets de procuration ne sont pas servis.")
                .refuse("pgtUrl", "Retirez pgtUrl : les tickets de procuration ne sont pas servis.");
    }

    private static boolean isSwitch(String value) {
        return Arrays.asList("true", "false").contains(value);
    }
}
