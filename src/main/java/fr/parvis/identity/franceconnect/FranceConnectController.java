package fr.parvis.identity.franceconnect;

import fr.parvis.identity.openid.Answer;
import fr.parvis.identity.openid.Passage;
import fr.parvis.identity.openid.Passage.Return;
import fr.parvis.identity.openid.Proof;
import fr.parvis.identity.openid.ProviderException;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.WayOut;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    FranceConnectController(
            FranceConnectDoor door, Passage passage, WayOut wayOut, Reconciliation reconciliation, Reunion reunion) {
        this.door = door;
        this.passage = passage;
        this.wayOut = wayOut;
        this.reconciliation = reconciliation;
        this.reunion = reunion;
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
            var arrival = Claims.arrival(proof);
            return "redirect:" + reunion.lead(reconciliation.receive(arrival), arrival, suite, request, response);
        } catch (ProviderException incomplete) {
            LOG.warn("FranceConnect: {}", incomplete.getMessage(), incomplete);
            return back("refus");
        }
    }

    private RelyingParty client() {
        return door.client().orElseThrow(NotFoundException::new);
    }

    private static String back(String reason) {
        return "redirect:" + Reunion.SIGN_IN + reason;
    }
}
