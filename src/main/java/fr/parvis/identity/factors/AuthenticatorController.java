package fr.parvis.identity.factors;

import fr.parvis.identity.confirmation.Holder;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Installing an application from one's account, replacing it, taking it away; new recovery codes. */
@Controller
@RequestMapping(SecurityController.PATH)
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class AuthenticatorController {

    private static final String APPLICATION = SecurityController.PATH + "/application";

    private final Holder holder;
    private final SecondFactors factors;
    private final Installation installation;

    AuthenticatorController(Holder holder, SecondFactors factors, Installation installation) {
        this.holder = holder;
        this.factors = factors;
        this.installation = installation;
    }

    @GetMapping("/application")
    ModelAndView install(Viewer viewer) {
        return installation.begin(place(viewer));
    }

    @PostMapping("/application")
    ModelAndView installed(Viewer viewer, @RequestParam(defaultValue = "") String code, HttpServletResponse response) {
        return installation.finish(place(viewer), code, response, () -> {});
    }

    /** Those who work for the town do without only when a passkey lets them in. */
    @PostMapping("/application/retrait")
    String remove(Viewer viewer) {
        var account = holder.account(viewer);
        if (account.staff() && factors.state(account).passkeys() == 0) {
            throw new AccessDeniedException("those who work for the town need a second factor");
        }
        factors.remove(account);
        return "redirect:" + SecurityController.PATH + "?fait=retrait";
    }

    @PostMapping("/codes")
    ModelAndView renewCodes(Viewer viewer) {
        return factors.hasApplication(viewer.account())
                ? installation.codes(place(viewer), false)
                : new ModelAndView("redirect:" + SecurityController.PATH);
    }

    private Installation.Place place(Viewer viewer) {
        return new Installation.Place(holder.account(viewer), APPLICATION, SecurityController.PATH);
    }
}
