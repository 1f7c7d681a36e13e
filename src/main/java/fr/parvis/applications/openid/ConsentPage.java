package fr.parvis.applications.openid;

import fr.parvis.applications.Application;
import fr.parvis.applications.Claim;
import java.util.List;
import java.util.Set;

/**
 * The question whether an application may know a person.
 *
 * @param claims what it would learn, each in words
 * @param request the application's request, judged again with the answer
 */
public record ConsentPage(String application, String purpose, List<String> claims, boolean offline, String request) {

    static ConsentPage of(Application application, Set<Claim> claims, String request) {
        return new ConsentPage(
                application.name(),
                application.purpose(),
                claims.stream().sorted().map(Claim::words).toList(),
                application.offline(),
                request);
    }
}
