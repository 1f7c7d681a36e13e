package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reconciliation.Outcome;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The way of somebody proven to the account that is theirs: remembered by their browser until they are in. */
@Component
class Reunion {

    private static final String COOKIE = "parvis_fc_arrivee";

    private final Arrivals arrivals;
    private final Reconciliation reconciliation;
    private final AccountTable accounts;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final HostCookies cookies;

    Reunion(
            Arrivals arrivals,
            Reconciliation reconciliation,
            AccountTable accounts,
            SecondFactors factors,
            Entrance entrance,
            HostCookies cookies) {
        this.arrivals = arrivals;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.factors = factors;
        this.entrance = entrance;
        this.cookies = cookies;
    }

    void begin(Pending pending, HttpServletResponse response) {
        cookies.write(response, COOKIE, arrivals.keep(pending), Arrivals.KEPT);
    }

    /** Who is on the way in this browser, while one of the accounts is still there. */
    Optional<Pending> pending(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(arrivals::find)
                .filter(pending -> !accounts.findAll(pending.candidates()).isEmpty());
    }

    /** They showed that the account is theirs; one with a second factor is linked once they showed that too. */
    ModelAndView proven(Pending pending, Proven proven, HttpServletRequest request, HttpServletResponse response) {
        if (factors.areRequired(proven.account())) {
            var entry = new Entry(proven.methods(), pending.arrival().idToken());
            return to(entrance.enter(proven.account(), entry, JoinController.PATH, request, response));
        }
        return reconciliation.join(pending.arrival(), proven.account()) instanceof Outcome.Theirs
                ? enter(pending, proven, request, response)
                : to("/connexion?franceconnect=agent");
    }

    /** None of the accounts is theirs: one of their own. */
    ModelAndView open(Pending pending, HttpServletRequest request, HttpServletResponse response) {
        var proven = Proven.by(reconciliation.open(pending.arrival()));
        return enter(pending, proven, request, response);
    }

    /** Links the account of the person signed in, if it may be theirs. */
    ModelAndView join(Pending pending, UUID account, HttpServletRequest request, HttpServletResponse response) {
        if (pending.candidates().contains(account)) {
            reconciliation.join(pending.arrival(), account);
            leave(request, response);
        }
        return to(pending.suite());
    }

    /** The account, and what was shown for it besides FranceConnect. */
    record Proven(UUID account, Set<Method> methods) {

        Proven {
            methods = Set.copyOf(methods);
        }

        static Proven by(UUID account) {
            return new Proven(account, Set.of(Method.FRANCECONNECT));
        }

        static Proven by(UUID account, Method control) {
            return new Proven(account, Set.of(Method.FRANCECONNECT, control));
        }
    }

    static ModelAndView startAgain() {
        return to("/connexion?franceconnect=perdu");
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
