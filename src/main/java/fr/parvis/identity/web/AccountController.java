package fr.parvis.identity.web;

import fr.parvis.identity.AccountEntry;
import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.civil.CivilIdentityTable;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.franceconnect.FranceConnectDoor;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import java.util.List;
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
    private final List<AccountEntry> entries;

    AccountController(
            Holder holder, CivilIdentityTable identities, FranceConnectDoor franceConnect, List<AccountEntry> entries) {
        this.holder = holder;
        this.identities = identities;
        this.franceConnect = franceConnect;
        this.entries = List.copyOf(entries);
    }

    @GetMapping("/compte")
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var account = holder.account(viewer);
        return Pages.page(
                "identity/account",
                new AccountPage(
                        viewer.fullName(),
                        account.email(),
                        provedBy(viewer),
                        account.hasPassword(),
                        franceConnect.isOpen(),
                        entries.stream().filter(entry -> entry.isFor(viewer)).toList(),
                        done(fait)));
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
            case "mot-de-passe" -> "Votre mot de passe est enregistré. Vos autres appareils sont déconnectés.";
            default -> null;
        };
    }
}
