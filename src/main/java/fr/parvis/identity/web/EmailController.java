package fr.parvis.identity.web;

import fr.parvis.identity.accounts.AccountCare;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.EmailChange;
import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.codes.CodePage;
import fr.parvis.identity.codes.CodeSteps;
import fr.parvis.identity.codes.Suite;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing one's e-mail address, proven by a code sent to the new one. */
@Controller
@RequestMapping("/compte/courriel")
@Access(Audience.SIGNED_IN)
class EmailController {

    private static final String PATH = "/compte/courriel";

    private final Holder holder;
    private final EmailChange change;
    private final AccountCare care;
    private final CodeSteps steps;
    private final Sessions sessions;
    private final boolean demo;

    EmailController(
            Holder holder,
            EmailChange change,
            AccountCare care,
            CodeSteps steps,
            Sessions sessions,
            Settings settings) {
        this.holder = holder;
        this.change = change;
        this.care = care;
        this.steps = steps;
        this.sessions = sessions;
        this.demo = settings.demo();
    }

    @GetMapping
    @RecentlyConfirmed
    ModelAndView form(Viewer viewer) {
        var account = holder.account(viewer);
        return Pages.page("identity/email", new ChangePage("", account.hasPassword(), FormErrors.none()));
    }

    @PostMapping
    @RecentlyConfirmed
    ModelAndView ask(
            Viewer viewer,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = holder.account(viewer);
        var address = EmailAddress.parse(email);
        var errors = address.map(this::errors).orElseGet(() -> FormErrors.of("email", Texts.EMAIL_SHAPE));
        if (!errors.isEmpty()) {
            return Pages.page(
                    "identity/email",
                    new ChangePage(email, account.hasPassword(), errors),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return steps.go(
                change.ask(account.id(), address.orElseThrow(), Computer.of(request)),
                PATH + "/code",
                response,
                found -> Pages.page("identity/email", new ChangePage(email, account.hasPassword(), found)));
    }

    @GetMapping("/code")
    ModelAndView code(Viewer viewer, HttpServletRequest request, @RequestParam(defaultValue = "") String fait) {
        return pending(viewer, request)
                .map(proof -> Pages.page("identity/code", page(proof, fait.equals("nouveau-code"))))
                .orElseGet(EmailController::startAgain);
    }

    @PostMapping("/code")
    ModelAndView change(
            Viewer viewer,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var proof = pending(viewer, request);
        if (proof.isEmpty()) {
            return startAgain();
        }
        return steps.prove(request, response, Purpose.CHANGE_EMAIL, code)
                .filter(proven -> care.changeEmail(viewer.account(), proven))
                .map(proven -> {
                    sessions.endOthers(viewer.account(), request);
                    return new ModelAndView("redirect:/compte?fait=courriel");
                })
                .orElseGet(() -> steps.wrong(request, Purpose.CHANGE_EMAIL, page(proof.get(), false)));
    }

    @PostMapping("/nouveau-code")
    ModelAndView sendAgain(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return pending(viewer, request)
                .map(proof -> steps.sendAgain(request, response, Purpose.CHANGE_EMAIL, page(proof, false)))
                .orElseGet(EmailController::startAgain);
    }

    private Optional<Proof> pending(Viewer viewer, HttpServletRequest request) {
        return steps.pending(request, Purpose.CHANGE_EMAIL)
                .filter(proof -> viewer.account().equals(proof.account()));
    }

    private FormErrors errors(EmailAddress address) {
        return address.isInvented() && !demo ? FormErrors.of("email", Texts.EMAIL_INVENTED) : FormErrors.none();
    }

    private static CodePage page(Proof proof, boolean sentAgain) {
        return new CodePage(
                "Confirmez votre nouvelle adresse",
                proof.email(),
                PATH + "/code",
                false,
                PATH,
                new Suite(LocalPath.HOME),
                sentAgain,
                FormErrors.none());
    }

    private static ModelAndView startAgain() {
        return new ModelAndView("redirect:" + PATH);
    }
}
