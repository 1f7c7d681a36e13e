package fr.parvis.identity.proconnect;

import fr.parvis.identity.openid.Answer;
import fr.parvis.identity.openid.Passage;
import fr.parvis.identity.openid.Passage.Return;
import fr.parvis.identity.openid.Proof;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.WayOut;
import fr.parvis.identity.proconnect.Admission.Outcome;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To ProConnect and back. Whatever goes wrong leads to the sign-in page, which says what, with its other ways in. */
@Controller
@RequestMapping(ProConnectController.PATH)
@Access(Audience.EVERYBODY)
class ProConnectController {

    static final String PATH = "/connexion/proconnect";
    static final String CALLBACK = PATH + "/retour";
    static final String SIGNED_OUT = PATH + "/fin";

    private static final String COOKIE = "parvis_pc";

    private final ProConnectDoor door;
    private final Passage passage;
    private final WayOut wayOut;
    private final Admission admission;
    private final Sessions sessions;

    ProConnectController(ProConnectDoor door, Passage passage, WayOut wayOut, Admission admission, Sessions sessions) {
        this.door = door;
        this.passage = passage;
        this.wayOut = wayOut;
        this.admission = admission;
        this.sessions = sessions;
    }

    @PostMapping
    String begin(@RequestParam(required = false) @Nullable String suite, HttpServletResponse response) {
        return passage.begin(client(), COOKIE, suite, response)
                .map(there -> "redirect:" + there)
                .orElseGet(() -> back("panne"));
    }

    @GetMapping("/retour")
    String arrive(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        return switch (passage.end(client(), COOKIE, answer, request, response)) {
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

    /** Where ProConnect sends a browser whose session it ended. */
    @GetMapping("/fin")
    String signedOut(
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        return "redirect:" + wayOut.onward(state, request, response);
    }

    private String receive(Proof proof, String suite, HttpServletRequest request, HttpServletResponse response) {
        var agent = ProvenAgent.read(proof);
        if (agent.isEmpty()) {
            return back("refus");
        }
        return switch (admission.receive(agent.get())) {
            case Outcome.Theirs(var account) -> {
                var entry = Entry.through(Method.PROCONNECT, proof.idToken()).and(Method.SEVERAL_FACTORS);
                sessions.open(account, entry, request, response);
                yield "redirect:" + LocalPath.orHome(suite);
            }
            case Outcome.Refused(var reason) ->
                back(
                        switch (reason) {
                            case OTHER_EMPLOYER -> "employeur";
                            case NO_PUBLIC_AGENT -> "agent-public";
                            case NO_ROLE -> "sans-role";
                            case WAITING -> "attente";
                        });
        };
    }

    private RelyingParty client() {
        return door.client().orElseThrow(NotFoundException::new);
    }

    private static String back(String reason) {
        return "redirect:/connexion?fait=proconnect-" + reason;
    }
}
