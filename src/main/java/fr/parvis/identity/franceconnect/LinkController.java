package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.civil.CivilIdentity;
import fr.parvis.identity.civil.Links;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What FranceConnect proved of a person, and undoing the link; who has nothing else would be left without a way in. */
@Controller
@RequestMapping("/compte/franceconnect")
@Access(Audience.SIGNED_IN)
class LinkController {

    private final Links links;
    private final Unlinking unlinking;
    private final AccountTable accounts;

    LinkController(Links links, Unlinking unlinking, AccountTable accounts) {
        this.links = links;
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
                        unlinking.isPossible(account),
                        links.identity(account.id()).map(CivilIdentity::facts).orElseGet(java.util.Map::of),
                        links.events(account.id())));
    }

    @PostMapping("/retrait")
    @RecentlyConfirmed
    String unlink(Viewer viewer) {
        unlinking.unlink(viewer.account());
        return "redirect:/compte/franceconnect";
    }
}
