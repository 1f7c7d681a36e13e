package fr.parvis.identity.web;

import fr.parvis.identity.Destination;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.SignIn;
import fr.parvis.identity.accounts.SignIn.Outcome;
import fr.parvis.identity.codes.Suite;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.franceconnect.FranceConnectDoor;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.openid.WayOut;
import fr.parvis.identity.proconnect.ProConnectDoor;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.identity.web.SignInPage.Happened;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
@Access(Audience.EVERYBODY)
class SignInController {

    private static final String WRONG = "L’adresse ou le mot de passe ne va pas. Vérifiez les deux, ou choisissez un"
            + " nouveau mot de passe avec «\u00a0Mot de passe oublié\u00a0».";

    private static final String PASSKEY_REFUSED =
            "Cette clé d’accès n’a pas été reconnue. Réessayez, ou entrez autrement.";

    private final SignIn signIn;
    private final Entrance entrance;
    private final Sessions sessions;
    private final FranceConnectDoor franceConnect;
    private final ProConnectDoor proConnect;
    private final WayOut wayOut;
    private final List<Destination> destinations;
    private final Wait wait;

    SignInController(
            SignIn signIn,
            Entrance entrance,
            Sessions sessions,
            FranceConnectDoor franceConnect,
            ProConnectDoor proConnect,
            WayOut wayOut,
            List<Destination> destinations,
            Wait wait) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.sessions = sessions;
        this.franceConnect = franceConnect;
        this.proConnect = proConnect;
        this.wayOut = wayOut;
        this.destinations = destinations;
        this.wait = wait;
    }

    /**
     * @param fait what just happened: an account deleted, a passkey refused
     * @param encore when an application wants the person to show again who they are
     */
    @GetMapping("/connexion")
    ModelAndView form(
            @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String suite,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String encore,
            @RequestParam(name = "franceconnect", defaultValue = "") String whatHappened) {
        if (viewer != null && !encore.equals("oui")) {
            return new ModelAndView(Suite.of(suite).redirect());
        }
        var errors = fait.equals("cle-refusee") ? FormErrors.of("cle", PASSKEY_REFUSED) : FormErrors.none();
        var there = Suite.of(suite);
        return Pages.page(
                "identity/sign-in",
                new SignInPage("", there, errors, happened(fait), doors(whatHappened, fait), place(there)));
    }

    @PostMapping("/connexion")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty() || password.isEmpty()) {
            var errors = address.isEmpty() ? FormErrors.of("email", Texts.EMAIL_SHAPE) : FormErrors.none();
            var all = password.isEmpty() ? errors.and("password", Holder.PASSWORD_MISSING) : errors;
            return again(page(email, suite, all), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (signIn.attempt(address.get(), password, request)) {
            case Outcome.Right(var account) -> {
                var there = Suite.of(suite).path();
                yield new ModelAndView("redirect:"
                        + entrance.enter(account.id(), Entry.by(Method.PASSWORD), there, request, response));
            }
            case Outcome.Wrong() ->
                again(page(email, suite, FormErrors.of("password", WRONG)), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Wait(var until) ->
                again(
                        page(email, suite, FormErrors.of("password", wait.tell(until, response)))
                                .slowedDown(),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/deconnexion")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        return "redirect:"
                + sessions.end(request, response)
                        .flatMap(idToken -> wayOut.leave(idToken, "/", response))
                        .map(URI::toString)
                        .orElse("/");
    }

    /** Where somebody lands who signed in again in a second tab, to send the form left in the first. */
    @GetMapping("/retour")
    @Access(Audience.SIGNED_IN)
    ModelAndView back() {
        return new ModelAndView("identity/back");
    }

    private SignInPage page(String email, @Nullable String suite, FormErrors errors) {
        var there = Suite.of(suite);
        return new SignInPage(email, there, errors, Happened.NOTHING, doors("", ""), place(there));
    }

    private static Happened happened(String fait) {
        return fait.equals("suppression") ? Happened.CLOSED : Happened.NOTHING;
    }

    private Optional<Destination.Place> place(Suite suite) {
        return destinations.stream()
                .flatMap(destination -> destination.of(suite.path()).stream())
                .findFirst();
    }

    private SignInPage.Doors doors(String whatHappened, String fait) {
        var said = Texts.proConnect(fait).orElseGet(() -> Texts.franceConnect(whatHappened, franceConnect.isDown()));
        return new SignInPage.Doors(franceConnect.isOpen(), proConnect.isOpen(), said);
    }

    private static ModelAndView again(SignInPage page, HttpStatus status) {
        return Pages.page("identity/sign-in", page, status);
    }
}
