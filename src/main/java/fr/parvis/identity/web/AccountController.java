package fr.parvis.identity.web;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.franceconnect.FranceConnectDoor;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's account at a glance. */
@Controller
@Access(Audience.SIGNED_IN)
class AccountController {

    private final Holder holder;
    private final CivilIdentityTable identities;
    private final FranceConnectDoor franceConnect;

    AccountController(Holder holder, CivilIdentityTable identities, FranceConnectDoor franceConnect) {
        this.holder = holder;
        this.identities = identities;
        this.franceConnect = franceConnect;
    }

    @GetMapping("/compte")
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var account = holder.account(viewer);
        return Pages.page(
                "identity/account",
                new AccountPage(
                        viewer.fullName(), account.email(), provedBy(viewer), franceConnect.isOpen(), done(fait)));
    }

    private @Nullable String provedBy(Viewer viewer) {
        return identities
                .find(viewer.account())
                .map(CertifiedIdentity::by)
                .map(CertifiedIdentity.Prover::words)
                .orElse(null);
    }

    private static @Nullable String done(String fait) {
        return switch (fait) {
            case "courriel" ->
                "Votre adresse électronique a changé. Un message l’a dit à l’ancienne adresse, et vos autres appareils sont déconnectés.";
            case "mot-de-passe" -> "Votre mot de passe a changé. Vos autres appareils sont déconnectés.";
            default -> null;
        };
    }
}
