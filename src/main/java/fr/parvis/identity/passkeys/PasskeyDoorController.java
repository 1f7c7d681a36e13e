package fr.parvis.identity.passkeys;

import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a passkey: holding the device and unlocking it are two factors, so nothing else is asked. */
@Controller
@RequestMapping("/connexion/cle")
@Access(Audience.EVERYBODY)
class PasskeyDoorController {

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final boolean demo;

    PasskeyDoorController(Passkeys passkeys, Sessions sessions, Settings settings) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.demo = settings.demo();
    }

    /** What the script of the page gives to the browser. */
    @PostMapping("/defi")
    ResponseEntity<Options.Request> ask() {
        return ResponseEntity.ok(passkeys.askToSignIn());
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var there = LocalPath.orHome(suite);
        return passkeys.prove(answer)
                .filter(account -> demo || !account.demo())
                .map(account -> {
                    var entry = Entry.by(Method.PASSKEY, Method.SEVERAL_FACTORS);
                    sessions.open(account.id(), entry, request, response);
                    return "redirect:" + there;
                })
                .orElse("redirect:/connexion?fait=cle-refusee&suite="
                        + URLEncoder.encode(there, StandardCharsets.UTF_8));
    }
}
