package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.openid.AuthorizationAnswer.Back;
import fr.parvis.applications.openid.AuthorizationAnswer.Refused;
import fr.parvis.identity.sessions.CurrentSession;
import fr.parvis.kernel.web.intake.ControlCharacters;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Judges authorization requests (OpenID Connect Core, section 3.1.2; RFC 9700). First whether the application and the
 * address to go back to are known: only then may an error be sent there. Then what is asked; {@link Consent} goes on.
 */
@Service
class Authorization {

    private final Applications applications;
    private final ApplicationJournal journal;
    private final Consent consent;
    private final Provider provider;

    Authorization(Applications applications, ApplicationJournal journal, Consent consent, Provider provider) {
        this.applications = applications;
        this.journal = journal;
        this.consent = consent;
        this.provider = provider;
    }

    /** The answer to a request that brings somebody. */
    AuthorizationAnswer answer(Map<String, List<String>> parameters, Visitor visitor) {
        return judge(parameters, asked -> consent.answer(asked, visitor));
    }

    /** The answer when the person agrees to what is asked. */
    AuthorizationAnswer agree(Map<String, List<String>> parameters, CurrentSession session, Visitor visitor) {
        return judge(parameters, asked -> {
            consent.agree(asked, session);
            return consent.answer(asked.withoutPrompt(), visitor);
        });
    }

    /** The answer when the person does not agree. */
    AuthorizationAnswer decline(Map<String, List<String>> parameters) {
        return judge(parameters, asked -> error(asked.application(), asked.request(), OAuth2Error.ACCESS_DENIED));
    }

    /** What to do with a request whose application and shape are right. */
    private interface Next {
        AuthorizationAnswer of(Asked asked);
    }

    private AuthorizationAnswer judge(Map<String, List<String>> parameters, Next next) {
        if (hasControlCharacters(parameters)) {
            return new Refused("caractères de commande dans la demande");
        }
        var application = applications
                .byClientId(one(parameters, "client_id"))
                .filter(known -> known.protocol() == Protocol.OPENID);
        if (application.isEmpty()) {
            return new Refused("client_id inconnu");
        }
        var address = one(parameters, "redirect_uri");
        if (!application.get().addresses().contains(address)) {
            return refused(
                    application.get(), "redirect_uri n’est pas enregistrée, caractère pour caractère", " : " + address);
        }
        if (application.get().suspended()) {
            return refused(application.get(), "l’application est suspendue", "");
        }
        try {
            var request = AuthenticationRequest.parse(parameters);
            var fault = fault(request);
            return fault == null
                    ? next.of(new Asked(application.get(), request, parameters))
                    : error(application.get(), request, fault);
        } catch (ParseException malformed) {
            return error(application.get(), URI.create(address), state(parameters), error(malformed));
        }
    }

    /** What we do not do, being unsafe or of no use here; null when the request is fine. */
    private static @Nullable ErrorObject fault(AuthenticationRequest request) {
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("Only response_type=code is served");
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return OAuth2Error.INVALID_REQUEST.setDescription("Only response_mode=query is served");
        }
        if (request.getRequestObject() != null) {
            return OAuth2Error.REQUEST_NOT_SUPPORTED;
        }
        if (request.getRequestURI() != null) {
            return OAuth2Error.REQUEST_URI_NOT_SUPPORTED;
        }
        if (request.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            return OAuth2Error.INVALID_REQUEST.setDescription(
                    "PKCE is required: code_challenge, with code_challenge_method=S256");
        }
        return null;
    }

    private static ErrorObject error(ParseException malformed) {
        var error = malformed.getErrorObject();
        return error == null ? OAuth2Error.INVALID_REQUEST.setDescription(malformed.getMessage()) : error;
    }

    private Back error(Application application, AuthenticationRequest request, ErrorObject error) {
        return error(application, request.getRedirectionURI(), request.getState(), error);
    }

    private Back error(Application application, URI address, @Nullable State state, ErrorObject error) {
        journal.note(
                application.id(), ApplicationJournal.Kind.REFUSED, error.getCode() + " : " + error.getDescription());
        return Asked.back(application, address, state, error, provider.issuer());
    }

    /** The page of the town gives the cause; what a stranger wrote in the address is for the journal alone. */
    private Refused refused(Application application, String cause, String written) {
        journal.note(application.id(), ApplicationJournal.Kind.REFUSED, cause + written);
        return new Refused(cause);
    }

    /** A decision carries the request within one of its fields, where the checks of fields do not look. */
    private static boolean hasControlCharacters(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .anyMatch(parameter -> ControlCharacters.in(parameter.getKey())
                        || parameter.getValue().stream().anyMatch(ControlCharacters::in));
    }

    private static @Nullable State state(Map<String, List<String>> parameters) {
        return State.parse(one(parameters, "state"));
    }

    /** A parameter that must be there once; empty otherwise, which nothing matches. */
    private static String one(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
