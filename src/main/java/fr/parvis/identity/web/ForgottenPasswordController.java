package fr.parvis.identity.web;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.PasswordReset;
import fr.parvis.identity.accounts.PasswordRule;
import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.codes.CodePage;
import fr.parvis.identity.codes.CodeSteps;
import fr.parvis.identity.codes.Suite;
import fr.parvis.identity.factors.Entrance;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a new password with a code sent to the address, when the password is forgotten. */
@Controller
@RequestMapping("/mot-de-passe-oublie")
@Access(Audience.EVERYBODY)
class ForgottenPasswordController {

    private static final String PATH = "/mot-de-passe-oublie";

    private final PasswordReset reset;
    private final CodeSteps steps;
    private final Entrance entrance;

    ForgottenPasswordController(PasswordReset reset, CodeSteps steps, Entrance entrance) {
        this.reset = reset;
        this.steps = steps;
        this.entrance = entrance;
    }

    @GetMapping
    ModelAndView form(@RequestParam(required = false) @Nullable String suite) {
        return Pages.page("identity/forgotten-password", new ForgottenPage("", Suite.of(suite), FormErrors.none()));
    }

    @PostMapping
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            var page = new ForgottenPage(email, Suite.of(suite), FormErrors.of("email", Texts.EMAIL_SHAPE));
            return Pages.page("identity/forgotten-password", page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return steps.go(
                reset.ask(address.get(), Computer.of(request)),
                Suite.of(suite).through(PATH + "/code"),
                response,
                errors -> Pages.page("identity/forgotten-password", new ForgottenPage(email, Suite.of(suite), errors)));
    }

    @GetMapping("/code")
    ModelAndView code(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String suite,
            @RequestParam(defaultValue = "") String fait) {
        return steps.pending(request, Purpose.RESET_PASSWORD)
                .map(proof -> Pages.page("identity/code", page(proof, suite, fait.equals("nouveau-code"))))
                .orElseGet(() -> startAgain(suite));
    }

    @PostMapping("/code")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var proof = steps.pending(request, Purpose.RESET_PASSWORD);
        if (proof.isEmpty()) {
            return startAgain(suite);
        }
        // before the code, so that a password to correct does not use the code up
        var weakness = PasswordRule.check(password, proof.get().email());
        if (weakness.isPresent()) {
            var errors = FormErrors.of("password", weakness.get());
            return Pages.page(
                    "identity/code", page(proof.get(), suite, false).with(errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var account = steps.prove(request, response, Purpose.RESET_PASSWORD, code)
                .flatMap(proven -> reset.choose(proven, password));
        if (account.isEmpty()) {
            return steps.wrong(request, Purpose.RESET_PASSWORD, page(proof.get(), suite, false));
        }
        var there = Suite.of(suite).path();
        return new ModelAndView(
                "redirect:" + entrance.enter(account.get(), Entry.by(Method.MAIL), there, request, response));
    }

    @PostMapping("/nouveau-code")
    ModelAndView sendAgain(
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        return steps.pending(request, Purpose.RESET_PASSWORD)
                .map(proof -> steps.sendAgain(request, response, Purpose.RESET_PASSWORD, page(proof, suite, false)))
                .orElseGet(() -> startAgain(suite));
    }

    private static CodePage page(Proof proof, @Nullable String suite, boolean sentAgain) {
        return new CodePage(
                "Choisissez un nouveau mot de passe",
                proof.email(),
                PATH + "/code",
                true,
                PATH,
                Suite.of(suite),
                sentAgain,
                FormErrors.none());
    }

    private static ModelAndView startAgain(@Nullable String suite) {
        return new ModelAndView("redirect:" + Suite.of(suite).through(PATH));
    }
}
