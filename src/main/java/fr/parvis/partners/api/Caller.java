package fr.parvis.partners.api;

import fr.parvis.applications.ClientTokens;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.signing.Signature;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes sure which partner calls: by an access token of its own, and by a signature of what it sends. */
@Component
public class Caller {

    private static final String BEARER = "Bearer ";

    private final ClientTokens tokens;
    private final Partners partners;
    private final Clock clock;

    Caller(ClientTokens tokens, Partners partners, Clock clock) {
        this.tokens = tokens;
        this.partners = partners;
        this.clock = clock;
    }

    /** The partner that holds the token of this request. */
    public Partner identify(HttpServletRequest request) throws ProblemException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED,
                    "no-token",
                    "Il manque un jeton d’accès : demandez-le à /oauth2/token par grant_type=client_credentials.");
        }
        var partner = tokens.holder(header.substring(BEARER.length()).strip())
                .flatMap(application -> partners.byApplication(application.id()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "bad-token",
                        "Ce jeton est inconnu ou n’est plus valable : demandez-en un autre."));
        CallNote.of(request).calledBy(partner.id());
        if (partner.suspended()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "suspended", "La ville a suspendu cette liaison : écrivez-lui.");
        }
        return partner;
    }

    /** Refuses a body that this partner did not sign. */
    public void check(Partner partner, HttpServletRequest request, byte[] body) throws ProblemException {
        var signature = new Signature(
                request.getHeader(Signature.ID),
                request.getHeader(Signature.TIMESTAMP),
                request.getHeader(Signature.VALUE));
        var now = clock.instant();
        switch (signature.check(body, partners.signingKeys(partner.id()), now)) {
            case GOOD -> {}
            case MISSING ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "no-signature",
                        "Il manque webhook-id, webhook-timestamp ou webhook-signature.");
            case CLOCK ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "bad-clock",
                        "webhook-timestamp est à plus de cinq minutes de notre horloge, qui dit " + now.getEpochSecond()
                                + ".");
            case WRONG ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "bad-signature",
                        "La signature n’est pas celle du corps reçu, octet pour octet, avec votre clé.");
        }
    }
}
