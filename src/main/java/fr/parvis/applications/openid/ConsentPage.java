package fr.parvis.applications.openid;

import fr.parvis.applications.Application;
import fr.parvis.applications.Claim;
import fr.parvis.applications.Logo;
import java.util.List;
import java.util.Set;

/**
 * The question whether an application may know a person.
 *
 * @param contact whom to write to at the vendor
 * @param logo the path of its logo
 * @param claims what it would learn, each in words
 * @param action where the answer is posted
 * @param request the application's request, judged again with the answer
 */
public record ConsentPage(
        String application,
        String purpose,
        String contact,
        String logo,
        List<String> claims,
        boolean offline,
        String action,
        String request) {

    /** The question for these claims. */
    public static ConsentPage of(Application application, Set<Claim> claims, String action, String request) {
        return new ConsentPage(
                application.name(),
                application.purpose(),
                application.contact(),
                Logo.path(application),
                claims.stream().sorted().map(Claim::words).toList(),
                application.offline(),
                action,
                request);
    }
}
