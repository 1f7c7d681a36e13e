package fr.parvis.partners.links;

import fr.parvis.identity.openid.Answer;
import fr.parvis.identity.openid.ClientKey;
import fr.parvis.identity.openid.Passage;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.Terms;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Settings.Registration;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link.Proof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Lets people prove who they are to a partner by signing in there, and remembers whom it recognised. */
@Service
public class PartnerSignIn {

    private static final String COOKIE = "parvis_liaison";
    private static final int LONGEST = 200;

    private final Passage passage;
    private final CasClient cas;
    private final Provings provings;
    private final GuardedLine line;
    private final ClientKey townKey;
    private final Settings settings;
    private final Clock clock;

    /** They remember where the partner is called, for an hour. */
    private final Map<Linking, RelyingParty> parties = new ConcurrentHashMap<>();

    PartnerSignIn(
            Passage passage,
            CasClient cas,
            Provings provings,
            GuardedLine line,
            ClientKey townKey,
            Settings settings,
            Clock clock) {
        this.passage = passage;
        this.cas = cas;
        this.provings = provings;
        this.line = line;
        this.townKey = townKey;
        this.settings = settings;
        this.clock = clock;
    }

    /** How somebody came back from the partner. */
    public enum Return {
        RECOGNISED,
        GAVE_UP,
        DOWN,
        REFUSED,
        LOST
    }

    /** Where people are sent back to. */
    static String callback(Partner partner) {
        return "/mes-services/" + partner.slug() + "/retour";
    }

    /** Where to send the browser; empty when the partner cannot be reached. */
    public Optional<URI> begin(Partner partner, Linking linking, HttpServletResponse response) {
        return linking.method() == Proof.CAS
                ? Optional.of(cas.begin(linking.asked(), settings.url(callback(partner)), response))
                : passage.begin(party(partner, linking), COOKIE, null, response);
    }

    /** Keeps whom the partner recognised, for this account. */
    public Return end(
            UUID account, Partner partner, Linking linking, HttpServletRequest request, HttpServletResponse response) {
        return linking.method() == Proof.CAS
                ? endCas(account, partner, linking, request, response)
                : endOpenId(account, partner, linking, request, response);
    }

    private Return endOpenId(
            UUID account, Partner partner, Linking linking, HttpServletRequest request, HttpServletResponse response) {
        var answer = new Answer(
                request.getParameter("code"),
                request.getParameter("state"),
                request.getParameter("error"),
                request.getParameter("iss"));
        return switch (passage.end(party(partner, linking), COOKIE, answer, request, response)) {
            case Passage.Return.Proven(var proof, var suite) -> {
                var name = proof.claims().getClaim("name");
                yield keep(account, partner, new Known(proof.sub(), name instanceof String text ? text : ""));
            }
            case Passage.Return.Failed(var reason) ->
                switch (reason) {
                    case GAVE_UP -> Return.GAVE_UP;
                    case OUTAGE -> Return.DOWN;
                    case REFUSED -> Return.REFUSED;
                    case LOST -> Return.LOST;
                };
        };
    }

    private Return endCas(
            UUID account, Partner partner, Linking linking, HttpServletRequest request, HttpServletResponse response) {
        return switch (cas.end(linking.asked(), settings.url(callback(partner)), request, response)) {
            case CasClient.Passage.Recognised(var user) -> keep(account, partner, new Known(user, ""));
            case CasClient.Passage.Failed(var why) -> why;
        };
    }

    private Return keep(UUID account, Partner partner, Known known) {
        if (known.member().length() > LONGEST || known.name().length() > LONGEST) {
            return Return.REFUSED;
        }
        provings.keep(account, partner.id(), known);
        return Return.RECOGNISED;
    }

    private RelyingParty party(Partner partner, Linking linking) {
        return parties.computeIfAbsent(linking, key -> {
            var client = Objects.requireNonNull(linking.client(), "the database holds that there is one");
            var terms = new Terms(
                    partner.slug(),
                    new Registration(linking.asked(), client.id(), client.secret()),
                    List.of("openid", "profile"),
                    List.of(),
                    false,
                    false,
                    URI.create(settings.url(callback(partner))),
                    URI.create(settings.url("/mes-services")));
            return new RelyingParty(terms, townKey, line, clock);
        });
    }
}
