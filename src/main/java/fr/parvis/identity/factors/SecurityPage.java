package fr.parvis.identity.factors;

import fr.parvis.identity.civil.LinkEvent;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.SignInJournal.SignedIn;
import fr.parvis.kernel.French;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What protects an account.
 *
 * @param signIns the last times somebody came in
 * @param links when FranceConnect was linked and unlinked
 * @param removed whether the application was just taken away, which the page confirms
 */
public record SecurityPage(
        boolean hasPassword,
        SecondFactors.State factors,
        List<SignedIn> signIns,
        List<LinkEvent> links,
        boolean removed) {

    public SecurityPage {
        signIns = List.copyOf(signIns);
        links = List.copyOf(links);
    }

    public String when(Instant at) {
        return French.dateTime(at);
    }

    /** What was shown, in the words of the sign-in page. */
    public String how(Set<Method> methods) {
        return methods.stream()
                .filter(method -> method != Method.SEVERAL_FACTORS)
                .sorted()
                .map(SecurityPage::name)
                .collect(Collectors.joining(" et "));
    }

    private static String name(Method method) {
        return switch (method) {
            case PASSWORD -> "mot de passe";
            case MAIL -> "code reçu par courriel";
            case TOTP -> "code de l’application";
            case PASSKEY -> "clé d’accès";
            case FRANCECONNECT -> "FranceConnect";
            case PROCONNECT -> "ProConnect";
            case SEVERAL_FACTORS -> "deux étapes";
        };
    }
}
