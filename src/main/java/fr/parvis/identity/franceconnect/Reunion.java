package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.civil.Arrival;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reconciliation.Outcome;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The way of somebody proven to the account that is theirs: remembered by their browser until they are in. */
@Component
class Reunion {

    /** The sign-in page, which says what happened there. */
    static final String SIGN_IN = "/connexion?franceconnect=";

    private static final String COOKIE = "parvis_fc_arrivee";

    private final Arrivals arrivals;
    private final Reconciliation reconciliation;
    private final AccountTable accounts;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final Sessions sessions;
    private final HostCookies cookies;

    Reunion(
            Arrivals arrivals,
            Reconciliation reconciliation,
            AccountTable accounts,
            SecondFactors factors,
            Entrance entrance,
            Sessions sessions,
            HostCookies cookies) {
        this.arrivals = arrivals;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.factors = factors;
        this.entrance = entrance;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** The path to go to after an arrival: in, or to what must be shown first. */
    String lead(
            Outcome outcome, Arrival arrival, String suite, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Theirs(var account) -> {
                var entry = Entry.through(Method.FRANCECONNECT, arrival.idToken());
                yield entrance.enter(account, entry, suite, request, response);
            }
            case Outcome.Guarded(var account) -> {
                arrivals.show(begin(new Pending(arrival, List.of(account), suite), response), account);
                var entry = Entry.through(Method.FRANCECONNECT, arrival.idToken());
                yield entrance.enter(account, entry, JoinController.PATH, request, response);
            }
            case Outcome.Perhaps(var candidates) -> {
                begin(new Pending(arrival, candidates, suite), response);
                yield ReunionController.PATH;
            }
            case Outcome.Several(var reference) -> SeveralController.PATH + "?reference=" + reference.value();
            case Outcome.NoAddress() -> SIGN_IN + "sans-adresse";
            case Outcome.Staff() -> SIGN_IN + "agent";
        };
    }

    private String begin(Pending pending, HttpServletResponse response) {
        var token = arrivals.keep(pending);
        cookies.write(response, COOKIE, token, Arrivals.KEPT);
        return token;
    }

    /** Who must still show in this browser that an account is theirs, while one of them is still there. */
    Optional<Pending> pending(HttpServletRequest request) {
        return arrived(request)
                .filter(pending -> pending.shown().isEmpty())
                .filter(pending -> !accounts.findAll(pending.candidates()).isEmpty());
    }

    /**
     * Who showed in this browser that the account is theirs, and came into it since with its second factor. A session
     * that was open before proves nothing: somebody else may have left it so.
     */
    Optional<Pending> awaited(UUID account, HttpServletRequest request) {
        return arrived(request)
                .filter(pending -> pending.shown()
                        .filter(shown -> shown.account().equals(account))
                        .filter(shown -> sessions.isStrongSince(request, shown.at()))
                        .isPresent());
    }

    private Optional<Pending> arrived(HttpServletRequest request) {
        return cookies.read(request, COOKIE).flatMap(arrivals::find);
    }

    /** They showed that the account is theirs; one with a second factor is linked once they showed that too. */
    ModelAndView proven(Pending pending, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        if (factors.areRequired(proven.account())) {
            cookies.read(request, COOKIE).ifPresent(token -> arrivals.show(token, proven.account()));
            var entry = new Entry(proven.methods(), pending.arrival().idToken());
            return to(entrance.enter(proven.account(), entry, JoinController.PATH, request, response));
        }
        return reconciliation.join(pending.arrival(), proven.account()) instanceof Outcome.Theirs
                ? enter(pending, proven, request, response)
                : to(SIGN_IN + "agent");
    }

    /** None of the accounts is theirs: one of their own. */
    ModelAndView open(Pending pending, HttpServletRequest request, HttpServletResponse response) {
        leave(request, response);
        var outcome = reconciliation.openApart(pending.arrival());
        return to(lead(outcome, pending.arrival(), pending.suite(), request, response));
    }

    /** Links the account that is {@link #awaited}. */
    ModelAndView join(Pending pending, UUID account, HttpServletRequest request, HttpServletResponse response) {
        reconciliation.join(pending.arrival(), account);
        leave(request, response);
        return to(pending.suite());
    }

    /** The account, and what was shown for it besides FranceConnect. */
    record Proven(UUID account, Set<Method> methods) {

        Proven {
            methods = Set.copyOf(methods);
        }

        static Proven by(UUID account, Method control) {
            return new Proven(account, Set.of(Method.FRANCECONNECT, control));
        }
    }

    static ModelAndView startAgain() {
        return to(SIGN_IN + "perdu");
    }

    private ModelAndView enter(
            Pending pending, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        leave(request, response);
        var entry = new Entry(proven.methods(), pending.arrival().idToken());
        return to(entrance.enter(proven.account(), entry, pending.suite(), request, response));
    }

    private void leave(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, COOKIE).ifPresent(arrivals::forget);
        cookies.remove(response, COOKIE);
    }

    private static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
