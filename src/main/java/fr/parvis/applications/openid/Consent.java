package fr.parvis.applications.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Digests;
import fr.parvis.applications.openid.AuthorizationAnswer.AgreementFirst;
import fr.parvis.applications.openid.AuthorizationAnswer.Back;
import fr.parvis.applications.openid.AuthorizationAnswer.SignInFirst;
import fr.parvis.identity.sessions.CurrentSession;
import fr.parvis.identity.sessions.Method;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes sure of the person and of their agreement, then gives the application its code. */
@Component
class Consent {

    private final Acquaintances acquaintances;
    private final SignOnTable signOns;
    private final Provider provider;
    private final RandomGenerator random;
    private final Clock clock;

    Consent(Acquaintances acquaintances, SignOnTable signOns, Provider provider, RandomGenerator random, Clock clock) {
        this.acquaintances = acquaintances;
        this.signOns = signOns;
        this.provider = provider;
        this.random = random;
        this.clock = clock;
    }

    AuthorizationAnswer answer(Asked asked, Visitor visitor) {
        var session = visitor.session();
        if (session == null) {
            return asked.prompts(Prompt.Type.NONE)
                    ? asked.back(OIDCError.LOGIN_REQUIRED, provider.issuer())
                    : new SignInFirst(asked.parameters(), asked.prompts(Prompt.Type.LOGIN));
        }
        if (!visitor.signedInAgain() && asked.wantsNewer(session, clock.instant())) {
            return asked.prompts(Prompt.Type.NONE)
                    ? asked.back(OIDCError.LOGIN_REQUIRED, provider.issuer())
                    : new SignInFirst(asked.parameters(), true);
        }
        boolean agreed = acquaintances
                .find(asked.application().id(), session.account())
                .filter(known -> known.covers(asked.claims()))
                .isPresent();
        if (agreed && !asked.prompts(Prompt.Type.CONSENT)) {
            return code(asked, session);
        }
        return asked.prompts(Prompt.Type.NONE)
                ? asked.back(OIDCError.CONSENT_REQUIRED, provider.issuer())
                : new AgreementFirst(asked.application(), asked.claims(), asked.query());
    }

    void agree(Asked asked, CurrentSession session) {
        acquaintances.agree(asked.application().id(), session.account(), asked.claims());
    }

    private Back code(Asked asked, CurrentSession session) {
        var code = Digests.newSecret(random);
        var request = asked.request();
        signOns.insert(
                new SignOn(
                        UUID.randomUUID(),
                        asked.application().id(),
                        session.account(),
                        session.id(),
                        asked.claims(),
                        request.getRedirectionURI().toString(),
                        request.getCodeChallenge().getValue(),
                        request.getNonce() == null ? null : request.getNonce().getValue(),
                        Provider.acr(session),
                        session.methods().stream().sorted().map(Method::code).collect(Collectors.joining(" ")),
                        session.signedInAt(),
                        asked.offline()),
                Digests.of(code));
        var response = new AuthenticationSuccessResponse(
                request.getRedirectionURI(),
                new AuthorizationCode(code),
                null,
                null,
                request.getState(),
                null,
                new Issuer(provider.issuer()),
                null);
        return new Back(asked.application(), response.toURI());
    }
}
