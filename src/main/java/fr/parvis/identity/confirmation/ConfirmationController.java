package fr.parvis.identity.confirmation;

import fr.parvis.identity.civil.Links;
import fr.parvis.identity.passkeys.Passkeys;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Est-ce bien vous ? »: asks the password again. Who has none comes in again as they can. */
@Controller
@RequestMapping(ConfirmationController.PATH)
@Access(Audience.SIGNED_IN)
class ConfirmationController {

    static final String PATH = "/compte/confirmation";

    private final Holder holder;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final Links links;

    ConfirmationController(Holder holder, Sessions sessions, Passkeys passkeys, Links links) {
        this.holder = holder;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.links = links;
    }

    @GetMapping
    ModelAndView ask(Viewer viewer, @RequestParam(defaultValue = "") String suite) {
        return Pages.page("identity/confirmation", page(viewer, suite, FormErrors.none()));
    }

    @PostMapping
    ModelAndView confirm(
            Viewer viewer,
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String suite,
            HttpServletRequest request,
            HttpServletResponse response) {
        var errors = holder.confirm(holder.account(viewer), currentPassword, request, response);
        if (!errors.isEmpty()) {
            return Pages.page("identity/confirmation", page(viewer, suite, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.confirm(request);
        return new ModelAndView("redirect:" + LocalPath.orHome(suite));
    }

    private ConfirmationPage page(Viewer viewer, String suite, FormErrors errors) {
        var account = holder.account(viewer);
        var ways = new ConfirmationPage.Ways(
                account.hasPassword(), !passkeys.of(account.id()).isEmpty(), links.isLinked(account.id()));
        return new ConfirmationPage(account.email(), LocalPath.orHome(suite), ways, errors);
    }
}
