package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.Prompt;
import fr.parvis.applications.Application;
import fr.parvis.applications.Claim;
import fr.parvis.applications.openid.AuthorizationAnswer.Back;
import fr.parvis.identity.sessions.CurrentSession;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A well-formed authorization request of a known application, and the questions we put to it. */
record Asked(Application application, AuthenticationRequest request, Map<String, List<String>> parameters) {

    /** What the application would learn. */
    Set<Claim> claims() {
        return application.allowed(Claim.askedBy(request.getScope().toStringList()));
    }

    /** Whether it asks to go on while the person is away, and may. */
    boolean offline() {
        return application.offline() && request.getScope().contains(OIDCScopeValue.OFFLINE_ACCESS);
    }

    boolean prompts(Prompt.Type type) {
        return request.getPrompt() != null && request.getPrompt().contains(type);
    }

    /** Whether this session is too old for it ({@code max_age}, {@code prompt=login}), without our mark. */
    boolean wantsNewer(CurrentSession session, Instant now) {
        boolean tooOld = request.getMaxAge() >= 0
                && session.signedInAt().plusSeconds(request.getMaxAge()).isBefore(now);
        return tooOld || prompts(Prompt.Type.LOGIN);
    }

    String query() {
        return URLUtils.serializeParameters(parameters);
    }

    /** The same request of somebody who has just agreed. */
    Asked withoutPrompt() {
        var quiet =
                new AuthenticationRequest.Builder(request).prompt((Prompt) null).build();
        return new Asked(application, quiet, parameters);
    }

    Scope scope() {
        return request.getScope();
    }

    Back back(ErrorObject error, String issuer) {
        return back(application, request.getRedirectionURI(), request.getState(), error, issuer);
    }

    static Back back(Application application, URI address, @Nullable State state, ErrorObject error, String issuer) {
        var response = new AuthorizationErrorResponse(address, error, state, new Issuer(issuer), null);
        return new Back(application, response.toURI());
    }
}
