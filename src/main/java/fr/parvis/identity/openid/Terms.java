package fr.parvis.identity.openid;

import fr.parvis.kernel.Settings.Registration;
import java.net.URI;
import java.util.List;

/**
 * What a provider and the town agreed on.
 *
 * @param name how the log calls it
 * @param scope what is asked for
 * @param levels the values of {@code acr} that are enough; none when the provider has no levels
 * @param levelAsEssentialClaim whether the level is asked in {@code claims} rather than in {@code acr_values}
 * @param signedUserInfo whether userinfo in plain JSON is refused
 * @param callback the registered redirect URI
 * @param signedOut where a browser comes back to once signed out there
 */
public record Terms(
        String name,
        Registration registration,
        List<String> scope,
        List<String> levels,
        boolean levelAsEssentialClaim,
        boolean signedUserInfo,
        URI callback,
        URI signedOut) {

    public Terms {
        scope = List.copyOf(scope);
        levels = List.copyOf(levels);
    }
}
