package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether FranceConnect opens this account, and undoing the link; who has no password would be left without a way in. */
@Controller
@RequestMapping("/compte/franceconnect")
@Access(Audience.SIGNED_IN)
class LinkController {

    private final Links links;
    private final CivilIdentityTable identities;
    private final Unlinking unlinking;
    private final AccountTable accounts;

    LinkController(Links links, CivilIdentityTable identities, Unlinking unlinking, AccountTable accounts) {
        this.links = links;
        this.identities = identities;
        this.unlinking = unlinking;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(Viewer viewer) {
        var account = accounts.find(viewer.account()).orElseThrow(NotFoundException::new);
        return Pages.page(
                "identity/franceconnect",
                new LinkPage(
                        links.isLinked(account.id()),
                        account.hasPassword(),
                        identities.find(account.id()).isPresent()));
    }

    @PostMapping("/retrait")
    String unlink(Viewer viewer) {
        unlinking.unlink(viewer.account());
        return "redirect:/compte/franceconnect";
    }
}
