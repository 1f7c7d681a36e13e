package fr.parvis.identity.franceconnect;

import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.FranceConnectException.Kind;
import fr.parvis.identity.franceconnect.Reconciliation.Outcome;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.HostCookies;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.random.RandomGenerator;
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
    static final String ARRIVAL = "parvis_fc_arrivee";

    /** How long a browser remembers its way to FranceConnect and back. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final String ATTEMPT = "parvis_fc";

    private static final Logger LOG = LoggerFactory.getLogger(FranceConnectController.class);

    private final FranceConnectDoor door;
    private final Reconciliation reconciliation;
    private final Arrivals arrivals;
    private final Entrance entrance;
    private final HostCookies cookies;
    private final RandomGenerator random;

    FranceConnectController(
            FranceConnectDoor door,
            Reconciliation reconciliation,
            Arrivals arrivals,
            Entrance entrance,
            HostCookies cookies,
            RandomGenerator random) {
        this.door = door;
        this.reconciliation = reconciliation;
        this.arrivals = arrivals;
        this.entrance = entrance;
        this.cookies = cookies;
        this.random = random;
    }

    /** What FranceConnect answers with, in the address. */
    record Answer(
            @Nullable String code,
            @Nullable String state,
            @Nullable String error,
            @Nullable String iss) {}

    @PostMapping
    String begin(@RequestParam(required = false) @Nullable String suite, HttpServletResponse response) {
        var attempt = Attempt.begin(random, LocalPath.orHome(suite));
        try {
            var there = client().authorization(attempt);
            cookies.write(response, ATTEMPT, attempt.toCookie(), KEPT);
            return "redirect:" + there;
        } catch (FranceConnectException failure) {
            return failed(failure);
        }
    }

    @GetMapping("/retour")
    String arrive(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        var attempt = cookies.read(request, ATTEMPT).flatMap(Attempt::parse);
        cookies.remove(response, ATTEMPT);
        if (attempt.isEmpty() || !attempt.get().state().equals(answer.state())) {
            return back("perdu");
        }
        if (answer.code() == null) {
            LOG.info("FranceConnect came back with {}", known(answer.error()));
            return back("access_denied".equals(answer.error()) ? "renonce" : "panne");
        }
        try {
            return enter(client().arrive(attempt.get(), answer.code(), answer.iss()), attempt.get(), request, response);
        } catch (FranceConnectException failure) {
            return failed(failure);
        }
    }

    /** Where FranceConnect sends a browser whose session it ended. */
    @GetMapping("/fin")
    String signedOut() {
        return "redirect:/";
    }

    private String enter(Arrival arrival, Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        return switch (reconciliation.receive(arrival)) {
            case Outcome.Theirs(var account) -> {
                var entry = Entry.through(Method.FRANCECONNECT, arrival.idToken());
                yield "redirect:" + entrance.enter(account, entry, attempt.suite(), request, response);
            }
            case Outcome.Perhaps(var candidate) -> {
                var token = arrivals.keep(new Pending(arrival, candidate, attempt.suite()));
                cookies.write(response, ARRIVAL, token, KEPT);
                yield "redirect:" + ReunionController.PATH;
            }
            case Outcome.Several() -> back("plusieurs");
            case Outcome.Staff() -> back("agent");
        };
    }

    private FranceConnect client() {
        return door.client().orElseThrow(NotFoundException::new);
    }

    private static String failed(FranceConnectException failure) {
        LOG.warn("FranceConnect: {}", failure.getMessage(), failure);
        return back(failure.kind() == Kind.UNAVAILABLE ? "panne" : "refus");
    }

    private static String back(String reason) {
        return "redirect:/connexion?franceconnect=" + reason;
    }

    /** The error comes from the address, where anybody may write anything. */
    private static String known(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,40}") ? error : "no code and no error";
    }
}
