package fr.parvis.applications.openid;

import fr.parvis.applications.Application;
import fr.parvis.applications.Claim;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an authorization request leads to. */
sealed interface AuthorizationAnswer {

    /** Nobody can be sent back safely: a page says so, and the journal says why. */
    record Refused(String reason) implements AuthorizationAnswer {}

    /** Back to the application, with a code or an error. */
    record Back(Application application, URI address) implements AuthorizationAnswer {}

    /** To the sign-in page first, then the same request again. */
    record SignInFirst(Map<String, List<String>> request, boolean again) implements AuthorizationAnswer {}

    /** The person must say whether the application may learn this. */
    record AgreementFirst(Application application, Set<Claim> claims, String request) implements AuthorizationAnswer {}
}
