package fr.parvis.identity.web;

import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.accounts.SignUp;
import fr.parvis.identity.codes.CodePage;
import fr.parvis.identity.codes.CodeSteps;
import fr.parvis.identity.codes.Suite;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Viewer;
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

/** Opening an account: who it is for, then the code sent to the address. */
@Controller
@RequestMapping("/inscription")
@Access(Audience.EVERYBODY)
class SignUpController {

    private static final String PATH = "/inscription";

    private final SignUp signUp;
    private final CodeSteps steps;
    private final Sessions sessions;
    private final boolean demo;

    SignUpController(SignUp signUp, CodeSteps steps, Sessions sessions, Settings settings) {
        this.signUp = signUp;
        this.steps = steps;
        this.sessions = sessions;
        this.demo = settings.demo();
    }

    @GetMapping
    ModelAndView form(@Nullable Viewer viewer, @RequestParam(required = false) @Nullable String suite) {
        return viewer == null
                ? Pages.page("identity/sign-up", new SignUpPage("", "", "", Suite.of(suite), FormErrors.none()))
                : new ModelAndView(Suite.of(suite).redirect());
    }

    @PostMapping
    ModelAndView ask(SignUpForm form, HttpServletRequest request, HttpServletResponse response) {
        var errors = form.errors(demo);
        if (!errors.isEmpty()) {
            return Pages.page("identity/sign-up", form.page(errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return steps.go(
                signUp.ask(form.applicant(), Computer.of(request)),
                Suite.of(form.suite()).through(PATH + "/code"),
                response,
                found -> Pages.page("identity/sign-up", form.page(found)));
    }

    @GetMapping("/code")
    ModelAndView code(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String suite,
            @RequestParam(defaultValue = "") String fait) {
        return steps.pending(request, Purpose.SIGN_UP)
                .map(proof -> Pages.page("identity/code", page(proof, suite, fait.equals("nouveau-code"))))
                .orElseGet(() -> startAgain(suite));
    }

    @PostMapping("/code")
    ModelAndView open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var proof = steps.pending(request, Purpose.SIGN_UP);
        if (proof.isEmpty()) {
            return startAgain(suite);
        }
        var account = steps.prove(request, response, Purpose.SIGN_UP, code).flatMap(signUp::open);
        if (account.isEmpty()) {
            return steps.wrong(request, Purpose.SIGN_UP, page(proof.get(), suite, false));
        }
        sessions.open(account.get(), Entry.by(Method.PASSWORD, Method.MAIL), request, response);
        return new ModelAndView(Suite.of(suite).redirect());
    }

    @PostMapping("/nouveau-code")
    ModelAndView sendAgain(
            @RequestParam(required = false) @Nullable String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        return steps.pending(request, Purpose.SIGN_UP)
                .map(proof -> steps.sendAgain(request, response, Purpose.SIGN_UP, page(proof, suite, false)))
                .orElseGet(() -> startAgain(suite));
    }

    private static CodePage page(Proof proof, @Nullable String suite, boolean sentAgain) {
        return new CodePage(
                "Confirmez votre adresse",
                proof.email(),
                PATH + "/code",
                false,
                PATH,
                Suite.of(suite),
                sentAgain,
                FormErrors.none());
    }

    private static ModelAndView startAgain(@Nullable String suite) {
        return new ModelAndView("redirect:" + Suite.of(suite).through(PATH));
    }
}
