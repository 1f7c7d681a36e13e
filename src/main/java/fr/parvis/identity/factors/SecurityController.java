package fr.parvis.identity.factors;

import fr.parvis.identity.civil.Links;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.sessions.SignInJournal;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What protects an account, and who came in lately. */
@Controller
@Access(Audience.SIGNED_IN)
class SecurityController {

    static final String PATH = "/compte/securite";

    private static final int LAST = 10;

    private final Holder holder;
    private final SecondFactors factors;
    private final SignInJournal journal;
    private final Links links;

    SecurityController(Holder holder, SecondFactors factors, SignInJournal journal, Links links) {
        this.holder = holder;
        this.factors = factors;
        this.journal = journal;
        this.links = links;
    }

    @GetMapping(PATH)
    ModelAndView show(Viewer viewer, @RequestParam(defaultValue = "") String fait) {
        var account = holder.account(viewer);
        return Pages.page(
                "identity/security",
                new SecurityPage(
                        account.hasPassword(),
                        factors.state(account),
                        journal.last(account.id(), LAST),
                        links.events(account.id()),
                        fait.equals("retrait")));
    }
}
