package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.SignIn;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reunion.Proven;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Avez-vous déjà un compte ? »: one has the address or nearly the identity that FranceConnect gives. */
@Controller
@RequestMapping(ReunionController.PATH)
@Access(Audience.EVERYBODY)
class ReunionController {

    static final String PATH = FranceConnectController.PATH + "/compte-existant";

    static final String EMAIL = "Écrivez l’adresse électronique de votre compte, comme nom@exemple.fr.";
    private static final String WRONG = "L’adresse ou le mot de passe ne va pas.";

    private final Reunion reunion;
    private final ControlProof proof;
    private final Wait wait;

    ReunionController(Reunion reunion, ControlProof proof, Wait wait) {
        this.reunion = reunion;
        this.proof = proof;
        this.wait = wait;
    }

    @GetMapping
    ModelAndView ask(HttpServletRequest request) {
        return reunion.pending(request)
                .map(pending -> page(pending, "", FormErrors.none(), HttpStatus.OK))
                .orElseGet(Reunion::startAgain);
    }

    /** The password is right: one account, with two ways in. */
    @PostMapping("/rattachement")
    ModelAndView join(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = reunion.pending(request);
        if (pending.isEmpty()) {
            return Reunion.startAgain();
        }
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return page(pending.get(), email, FormErrors.of("email", EMAIL), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (proof.password(pending.get(), address.get(), password, request)) {
            case SignIn.Outcome.Right(var account) ->
                reunion.proven(pending.get(), Proven.by(account.id(), Method.PASSWORD), request, response);
            case SignIn.Outcome.Wrong() ->
                page(pending.get(), email, FormErrors.of("password", WRONG), HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Outcome.Wait(var until) ->
                page(
                        pending.get(),
                        email,
                        FormErrors.of("password", wait.tell(until, response)),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** It is somebody else's: an account of one's own. */
    @PostMapping("/nouveau-compte")
    ModelAndView open(HttpServletRequest request, HttpServletResponse response) {
        return reunion.pending(request)
                .map(pending -> reunion.open(pending, request, response))
                .orElseGet(Reunion::startAgain);
    }

    static ModelAndView page(Pending pending, String typed, FormErrors errors, HttpStatus status) {
        var arrival = pending.arrival();
        var email = typed.isEmpty() ? arrival.email() : typed;
        return Pages.page("identity/reunion", new ReunionPage(arrival.identity().firstName(), email, errors), status);
    }
}
