package fr.parvis.identity.factors;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.factors.Doorsteps.Doorstep;
import fr.parvis.identity.factors.SecondFactors.Outcome;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step of signing in. Who works for the town and has no second factor yet installs one here. */
@Controller
@RequestMapping(SecondFactorController.PATH)
@Access(Audience.EVERYBODY)
class SecondFactorController {

    static final String PATH = "/connexion/second-facteur";
    private static final String INSTALLATION = PATH + "/application";

    private static final String WRONG = "Ce code n’est pas le bon, ou il a déjà servi. Attendez que l’application en"
            + " affiche un nouveau, puis recopiez-le.";

    private final Doorsteps doorsteps;
    private final AccountTable accounts;
    private final SecondFactors factors;
    private final Installation installation;
    private final Sessions sessions;
    private final Wait wait;

    SecondFactorController(
            Doorsteps doorsteps,
            AccountTable accounts,
            SecondFactors factors,
            Installation installation,
            Sessions sessions,
            Wait wait) {
        this.doorsteps = doorsteps;
        this.accounts = accounts;
        this.factors = factors;
        this.installation = installation;
        this.sessions = sessions;
        this.wait = wait;
    }

    /** Somebody on the doorstep, and their account. */
    private record Caller(Doorstep doorstep, Account account) {}

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String suite, HttpServletRequest request) {
        return caller(request)
                .map(caller -> factors.hasAny(caller.account().id())
                        ? page(caller, suite, FormErrors.none(), HttpStatus.OK)
                        : to(INSTALLATION, suite))
                .orElseGet(() -> to("/connexion", suite));
    }

    @PostMapping
    ModelAndView check(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var caller = caller(request);
        if (caller.isEmpty()) {
            return to("/connexion", suite);
        }
        return switch (factors.check(caller.get().account(), code)) {
            case Outcome.Right(var method) -> {
                letIn(caller.get(), method, request, response);
                yield new ModelAndView("redirect:" + LocalPath.orHome(suite));
            }
            case Outcome.Wrong() ->
                page(caller.get(), suite, FormErrors.of("code", WRONG), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Wait(var until) ->
                page(
                        caller.get(),
                        suite,
                        FormErrors.of("code", wait.tell(until, response)),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @GetMapping("/application")
    ModelAndView install(@RequestParam(defaultValue = "") String suite, HttpServletRequest request) {
        return newcomer(request)
                .map(caller -> installation.begin(place(caller, suite)))
                .orElseGet(() -> to(PATH, suite));
    }

    @PostMapping("/application")
    ModelAndView installed(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        return newcomer(request)
                .map(caller -> installation.finish(
                        place(caller, suite), code, response, () -> letIn(caller, Method.TOTP, request, response)))
                .orElseGet(() -> to(PATH, suite));
    }

    private void letIn(Caller caller, Method method, HttpServletRequest request, HttpServletResponse response) {
        if (doorsteps.leave(request, response)) {
            sessions.open(caller.account().id(), caller.doorstep().entry().and(method), request, response);
        }
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        return doorsteps
                .find(request)
                .flatMap(doorstep -> accounts.find(doorstep.account()).map(account -> new Caller(doorstep, account)));
    }

    /** Only who has nothing else may install an application here: the first factor must not replace the second. */
    private Optional<Caller> newcomer(HttpServletRequest request) {
        return caller(request).filter(caller -> !factors.hasAny(caller.account().id()));
    }

    private static Installation.Place place(Caller caller, String suite) {
        return new Installation.Place(caller.account(), INSTALLATION, suite);
    }

    private ModelAndView page(Caller caller, String suite, FormErrors errors, HttpStatus status) {
        var account = caller.account();
        var page = new SecondFactorPage(
                LocalPath.orHome(suite),
                factors.hasApplication(account.id()),
                factors.demoCode(account).orElse(null),
                errors);
        return Pages.page("identity/second-factor", page, status);
    }

    private static ModelAndView to(String page, String suite) {
        return new ModelAndView(
                "redirect:" + page + "?suite=" + URLEncoder.encode(LocalPath.orHome(suite), StandardCharsets.UTF_8));
    }
}
