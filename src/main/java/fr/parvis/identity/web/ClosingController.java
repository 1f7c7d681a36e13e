package fr.parvis.identity.web;

import fr.parvis.identity.RunningRequests;
import fr.parvis.identity.accounts.AccountCare;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Deleting one's account. Those who work for the town ask their administrator: their name stands under decisions, and a
 * town must not lose its last administrator by a click.
 */
@Controller
@RequestMapping("/compte/suppression")
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class ClosingController {

    private final Holder holder;
    private final AccountCare care;
    private final Sessions sessions;
    private final RunningRequests requests;

    ClosingController(Holder holder, AccountCare care, Sessions sessions, RunningRequests requests) {
        this.holder = holder;
        this.care = care;
        this.sessions = sessions;
        this.requests = requests;
    }

    @GetMapping
    ModelAndView form(Viewer viewer) {
        var account = holder.account(viewer);
        return Pages.page("identity/closing", new ClosingPage(account.staff(), requests.of(account.id())));
    }

    @PostMapping
    String close(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var account = holder.account(viewer);
        if (account.staff()) {
            throw new AccessDeniedException("those who work for the town ask their administrator");
        }
        care.close(account);
        sessions.end(request, response);
        return "redirect:/connexion?fait=suppression";
    }
}
