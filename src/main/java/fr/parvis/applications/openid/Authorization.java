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
import fr.parvis.applications.Refusal;
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
        return judge(
                parameters,
                asked -> error(
                        asked.application(), asked.request(), new Fault(OAuth2Error.ACCESS_DENIED, Refusal.DECLINED)));
    }

    /** What the application is told, and why in the journal. */
    private record Fault(ErrorObject error, Refusal why) {}

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
            return refused(application.get(), Refusal.ADDRESS_UNKNOWN, address);
        }
        if (application.get().suspended()) {
            return refused(application.get(), Refusal.SUSPENDED, "");
        }
        try {
            var request = AuthenticationRequest.parse(parameters);
            var fault = fault(request);
            return fault == null
                    ? next.of(new Asked(application.get(), request, parameters))
                    : error(application.get(), request, fault);
        } catch (ParseException malformed) {
            var back = Asked.back(
                    application.get(), URI.create(address), state(parameters), error(malformed), provider.issuer());
            note(application.get(), malformed(parameters, error(malformed)));
            return back;
        }
    }

    /** What we do not do, being unsafe or of no use here; null when the request is fine. */
    private static @Nullable Fault fault(AuthenticationRequest request) {
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return new Fault(
                    OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("Only response_type=code is served"),
                    Refusal.RESPONSE_TYPE);
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return new Fault(
                    OAuth2Error.INVALID_REQUEST.setDescription("Only response_mode=query is served"),
                    Refusal.RESPONSE_MODE);
        }
        if (request.getRequestObject() != null) {
            return new Fault(OAuth2Error.REQUEST_NOT_SUPPORTED, Refusal.REQUEST_OBJECT);
        }
        if (request.getRequestURI() != null) {
            return new Fault(OAuth2Error.REQUEST_URI_NOT_SUPPORTED, Refusal.REQUEST_URI);
        }
        if (request.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            return new Fault(
                    OAuth2Error.INVALID_REQUEST.setDescription(
                            "PKCE is required: code_challenge, with code_challenge_method=S256"),
                    Refusal.CHALLENGE);
        }
        return null;
    }

    /** What the library did not take; the journal says in French what it can, and its words for the rest. */
    private static Fault malformed(Map<String, List<String>> parameters, ErrorObject error) {
        return one(parameters, "prompt").contains("none ")
                        || one(parameters, "prompt").contains(" none")
                ? new Fault(error, Refusal.PROMPT)
                : new Fault(error, Refusal.MALFORMED);
    }

    private static ErrorObject error(ParseException malformed) {
        var error = malformed.getErrorObject();
        return error == null ? OAuth2Error.INVALID_REQUEST.setDescription(malformed.getMessage()) : error;
    }

    private Back error(Application application, AuthenticationRequest request, Fault fault) {
        note(application, fault);
        return Asked.back(
                application, request.getRedirectionURI(), request.getState(), fault.error(), provider.issuer());
    }

    private void note(Application application, Fault fault) {
        var words =
                fault.why() == Refusal.MALFORMED ? String.valueOf(fault.error().getDescription()) : "";
        journal.refuse(application.id(), fault.error().getCode(), fault.why(), words);
    }

    /** The page of the town gives the cause; what a stranger wrote in the address is for the journal alone. */
    private Refused refused(Application application, Refusal why, String written) {
        journal.refuse(application.id(), "", why, written);
        return new Refused(why.words());
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
