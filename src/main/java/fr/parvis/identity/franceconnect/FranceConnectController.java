package fr.parvis.identity.franceconnect;

import fr.parvis.identity.civil.Arrival;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reconciliation.Outcome;
import fr.parvis.identity.openid.Answer;
import fr.parvis.identity.openid.Passage;
import fr.parvis.identity.openid.Passage.Return;
import fr.parvis.identity.openid.Proof;
import fr.parvis.identity.openid.ProviderException;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.WayOut;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To FranceConnect and back. Whatever goes wrong leads to the sign-in page, which says what, with its other ways in. */
@Controller
@RequestMapping(FranceConnectController.PATH)
@Access(Audience.EVERYBODY)
class FranceConnectController {

    static final String PATH = "/connexion/franceconnect";
    static final String CALLBACK = PATH + "/retour";
    static final String SIGNED_OUT = PATH + "/fin";

    private static final String ATTEMPT = "parvis_fc";

    private static final Logger LOG = LoggerFactory.getLogger(FranceConnectController.class);

    private final FranceConnectDoor door;
    private final Passage passage;
    private final WayOut wayOut;
    private final Reconciliation reconciliation;
    private final Reunion reunion;
    private final Entrance entrance;

    FranceConnectController(
            FranceConnectDoor door,
            Passage passage,
            WayOut wayOut,
            Reconciliation reconciliation,
            Reunion reunion,
            Entrance entrance) {
        this.door = door;
        this.passage = passage;
        this.wayOut = wayOut;
        this.reconciliation = reconciliation;
        this.reunion = reunion;
        this.entrance = entrance;
    }

    @PostMapping
    String begin(@RequestParam(required = false) @Nullable String suite, HttpServletResponse response) {
        return passage.begin(client(), ATTEMPT, suite, response)
                .map(there -> "redirect:" + there)
                .orElseGet(() -> back("panne"));
    }

    @GetMapping("/retour")
    String arrive(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        return switch (passage.end(client(), ATTEMPT, answer, request, response)) {
            case Return.Proven(var proof, var suite) -> receive(proof, suite, request, response);
            case Return.Failed(var reason) ->
                back(
                        switch (reason) {
                            case GAVE_UP -> "renonce";
                            case OUTAGE -> "panne";
                            case REFUSED -> "refus";
                            case LOST -> "perdu";
                        });
        };
    }

    /** Where FranceConnect sends a browser whose session it ended. */
    @GetMapping("/fin")
    String signedOut(
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        return "redirect:" + wayOut.onward(state, request, response);
    }

    private String receive(Proof proof, String suite, HttpServletRequest request, HttpServletResponse response) {
        try {
            return enter(Claims.arrival(proof), suite, request, response);
        } catch (ProviderException incomplete) {
            LOG.warn("FranceConnect: {}", incomplete.getMessage(), incomplete);
            return back("refus");
        }
    }

    private String enter(Arrival arrival, String suite, HttpServletRequest request, HttpServletResponse response) {
        return switch (reconciliation.receive(arrival)) {
            case Outcome.Theirs(var account) -> {
                var entry = Entry.through(Method.FRANCECONNECT, arrival.idToken());
                yield "redirect:" + entrance.enter(account, entry, suite, request, response);
            }
            case Outcome.Guarded(var account) -> {
                reunion.begin(new Pending(arrival, List.of(account), suite), response);
                var entry = Entry.through(Method.FRANCECONNECT, arrival.idToken());
                yield "redirect:" + entrance.enter(account, entry, JoinController.PATH, request, response);
            }
            case Outcome.Perhaps(var candidates) -> {
                reunion.begin(new Pending(arrival, candidates, suite), response);
                yield "redirect:" + ReunionController.PATH;
            }
            case Outcome.Several(var reference) ->
                "redirect:" + SeveralController.PATH + "?reference=" + reference.value();
            case Outcome.NoAddress() -> back("sans-adresse");
            case Outcome.Staff() -> back("agent");
        };
    }

    private RelyingParty client() {
        return door.client().orElseThrow(NotFoundException::new);
    }

    private static String back(String reason) {
        return "redirect:/connexion?franceconnect=" + reason;
    }
}
