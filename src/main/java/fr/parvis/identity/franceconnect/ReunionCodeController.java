package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.codes.CodePage;
import fr.parvis.identity.codes.CodeSteps;
import fr.parvis.identity.codes.Suite;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import fr.parvis.identity.franceconnect.Reunion.Proven;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
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

/** An account that nobody remembers the password of, or that has none: a code sent to its own address shows whose it is. */
@Controller
@RequestMapping(ReunionController.PATH)
@Access(Audience.EVERYBODY)
class ReunionCodeController {

    private static final String CODE = ReunionController.PATH + "/code";

    private final Reunion reunion;
    private final ControlProof proof;
    private final CodeSteps steps;

    ReunionCodeController(Reunion reunion, ControlProof proof, CodeSteps steps) {
        this.reunion = reunion;
        this.proof = proof;
        this.steps = steps;
    }

    /** Somebody on the way, and the address they have to prove. */
    private record Awaited(Pending pending, Proof proof) {}

    @PostMapping("/envoi")
    ModelAndView send(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        var pending = reunion.pending(request);
        if (pending.isEmpty()) {
            return Reunion.startAgain();
        }
        return EmailAddress.parse(email)
                .map(address -> steps.go(
                        proof.send(pending.get(), address, Computer.of(request)),
                        CODE,
                        response,
                        errors -> again(pending.get(), email, errors)))
                .orElseGet(() -> again(pending.get(), email, FormErrors.of("email", ReunionController.EMAIL)));
    }

    @GetMapping("/code")
    ModelAndView code(HttpServletRequest request, @RequestParam(defaultValue = "") String fait) {
        return awaited(request)
                .map(awaited -> Pages.page("identity/code", page(awaited, fait.equals("nouveau-code"))))
                .orElseGet(Reunion::startAgain);
    }

    @PostMapping("/code")
    ModelAndView prove(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var awaited = awaited(request);
        if (awaited.isEmpty()) {
            return Reunion.startAgain();
        }
        var pending = awaited.get().pending();
        return steps.prove(request, response, Purpose.JOIN_ACCOUNT, code)
                .flatMap(proven -> proof.account(pending, proven))
                .map(account -> reunion.proven(pending, Proven.by(account, Method.MAIL), request, response))
                .orElseGet(() -> steps.wrong(request, Purpose.JOIN_ACCOUNT, page(awaited.get(), false)));
    }

    @PostMapping("/nouveau-code")
    ModelAndView sendAgain(HttpServletRequest request, HttpServletResponse response) {
        return awaited(request)
                .map(awaited -> steps.sendAgain(request, response, Purpose.JOIN_ACCOUNT, page(awaited, false)))
                .orElseGet(Reunion::startAgain);
    }

    private Optional<Awaited> awaited(HttpServletRequest request) {
        return reunion.pending(request)
                .flatMap(pending ->
                        steps.pending(request, Purpose.JOIN_ACCOUNT).map(proof -> new Awaited(pending, proof)));
    }

    private static ModelAndView again(Pending pending, String email, FormErrors errors) {
        return ReunionController.page(pending, email, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static CodePage page(Awaited awaited, boolean sentAgain) {
        return new CodePage(
                "Montrez que ce compte est le vôtre",
                awaited.proof().email(),
                CODE,
                false,
                ReunionController.PATH,
                new Suite(LocalPath.HOME),
                sentAgain,
                FormErrors.none());
    }
}
