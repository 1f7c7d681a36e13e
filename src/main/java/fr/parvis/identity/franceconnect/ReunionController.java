package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.SignIn;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reconciliation.Outcome;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.HostCookies;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Ce compte est-il le vôtre ? »: an account has the address that FranceConnect gives; its password shows whose it is. */
@Controller
@RequestMapping(ReunionController.PATH)
@Access(Audience.EVERYBODY)
class ReunionController {

    static final String PATH = FranceConnectController.PATH + "/compte-existant";

    private static final String WRONG = "Ce mot de passe ne va pas.";

    private final Arrivals arrivals;
    private final Reconciliation reconciliation;
    private final AccountTable accounts;
    private final SignIn signIn;
    private final Entrance entrance;
    private final HostCookies cookies;
    private final Wait wait;

    ReunionController(
            Arrivals arrivals,
            Reconciliation reconciliation,
            AccountTable accounts,
            SignIn signIn,
            Entrance entrance,
            HostCookies cookies,
            Wait wait) {
        this.arrivals = arrivals;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.signIn = signIn;
        this.entrance = entrance;
        this.cookies = cookies;
        this.wait = wait;
    }

    @GetMapping
    ModelAndView ask(HttpServletRequest request) {
        return pending(request)
                .map(pending -> page(pending, FormErrors.none(), HttpStatus.OK))
                .orElseGet(ReunionController::startAgain);
    }

    /** The password is right: one account, with two ways in. */
    @PostMapping("/rattachement")
    ModelAndView join(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = pending(request);
        if (pending.isEmpty()) {
            return startAgain();
        }
        var address = new EmailAddress(pending.get().arrival().email());
        return switch (signIn.attempt(address, password, Computer.of(request))) {
            case SignIn.Outcome.Right(var account)
            when account.id().equals(pending.get().candidate()) ->
                enter(pending.get(), account.id(), request, response);
            case SignIn.Outcome.Right(var another) -> startAgain();
            case SignIn.Outcome.Wrong() ->
                page(pending.get(), FormErrors.of("password", WRONG), HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Outcome.Wait(var until) ->
                page(
                        pending.get(),
                        FormErrors.of("password", wait.tell(until, response)),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** It is somebody else's, who shares the address: an account of one's own. */
    @PostMapping("/nouveau-compte")
    ModelAndView open(HttpServletRequest request, HttpServletResponse response) {
        var pending = pending(request);
        return pending.isEmpty()
                ? startAgain()
                : goOn(pending.get(), reconciliation.open(pending.get().arrival()), request, response);
    }

    private ModelAndView enter(
            Pending pending, UUID account, HttpServletRequest request, HttpServletResponse response) {
        return reconciliation.join(pending.arrival(), account) instanceof Outcome.Theirs
                ? goOn(pending, account, request, response)
                : new ModelAndView("redirect:/connexion?franceconnect=agent");
    }

    private ModelAndView goOn(Pending pending, UUID account, HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, FranceConnectController.ARRIVAL).ifPresent(arrivals::forget);
        cookies.remove(response, FranceConnectController.ARRIVAL);
        var entry = Entry.through(Method.FRANCECONNECT, pending.arrival().idToken());
        return new ModelAndView("redirect:" + entrance.enter(account, entry, pending.suite(), request, response));
    }

    private Optional<Pending> pending(HttpServletRequest request) {
        return cookies.read(request, FranceConnectController.ARRIVAL)
                .flatMap(arrivals::find)
                .filter(pending -> accounts.find(pending.candidate()).isPresent());
    }

    private static ModelAndView page(Pending pending, FormErrors errors, HttpStatus status) {
        var arrival = pending.arrival();
        return Pages.page(
                "identity/reunion", new ReunionPage(arrival.identity().firstName(), arrival.email(), errors), status);
    }

    private static ModelAndView startAgain() {
        return new ModelAndView("redirect:/connexion?franceconnect=perdu");
    }
}
