package fr.parvis.identity.codes;

import fr.parvis.identity.accounts.Codes;
import fr.parvis.identity.accounts.Codes.Sending;
import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The steps that every page with a code shares: keep which proof is awaited, show the page, send another code. */
@Component
public class CodeSteps {

    private static final String WRONG = "Ce code n’est pas le bon. Recopiez les six chiffres du dernier message reçu.";
    private static final String SPENT =
            "Ce code ne peut plus servir" + French.NBSP + ": demandez un nouveau code avec le bouton ci-dessous.";

    private final Codes codes;
    private final ProofCookie cookie;
    private final Wait wait;

    CodeSteps(Codes codes, ProofCookie cookie, Wait wait) {
        this.codes = codes;
        this.cookie = cookie;
        this.wait = wait;
    }

    /** Goes to the page of the code when one was sent; otherwise to {@code form}, which tells when to try again. */
    public ModelAndView go(
            Sending sending, String page, HttpServletResponse response, Function<FormErrors, ModelAndView> form) {
        return switch (sending) {
            case Sending.Sent(var proof) -> {
                cookie.write(response, proof);
                yield new ModelAndView("redirect:" + page);
            }
            case Sending.Wait(var until) -> {
                var refused = form.apply(FormErrors.of("email", wait.tell(until, response)));
                refused.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield refused;
            }
            case Sending.Gone() -> throw new IllegalStateException("a first code cannot be too late");
        };
    }

    /** The proof this browser awaits a code for, if any. */
    public Optional<Proof> pending(HttpServletRequest request, Purpose purpose) {
        return id(request).flatMap(id -> codes.pending(id, purpose));
    }

    /** Checks the code typed in this browser; once right, the proof is used and forgotten. */
    public Optional<Proof> prove(
            HttpServletRequest request, HttpServletResponse response, Purpose purpose, String code) {
        var proven = id(request).flatMap(id -> codes.prove(id, purpose, code, Computer.of(request)));
        if (proven.isPresent()) {
            cookie.remove(response);
        }
        return proven;
    }

    /** The page of the code once more, after a code that is not right. */
    public ModelAndView wrong(HttpServletRequest request, Purpose purpose, CodePage page) {
        var spent = id(request).filter(id -> codes.canBeTried(id, purpose)).isEmpty();
        return Pages.page(
                "identity/code",
                page.with(FormErrors.of("code", spent ? SPENT : WRONG)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Sends another code and shows {@code page}, or goes to its start when there is nothing left to prove. */
    public ModelAndView sendAgain(
            HttpServletRequest request, HttpServletResponse response, Purpose purpose, CodePage page) {
        var sending = id(request)
                .map(id -> codes.sendAgain(id, purpose, Computer.of(request)))
                .orElseGet(Sending.Gone::new);
        return switch (sending) {
            case Sending.Sent(var proof) ->
                new ModelAndView("redirect:" + page.suite().through(page.action()) + mark(page.suite()));
            case Sending.Wait(var until) ->
                Pages.page(
                        "identity/code",
                        page.with(FormErrors.of("code", wait.tell(until, response))),
                        HttpStatus.TOO_MANY_REQUESTS);
            case Sending.Gone() -> new ModelAndView("redirect:" + page.suite().through(page.startAgain()));
        };
    }

    private Optional<UUID> id(HttpServletRequest request) {
        return cookie.read(request);
    }

    private static String mark(Suite suite) {
        return (suite.through("").isEmpty() ? "?" : "&") + "fait=nouveau-code";
    }
}
