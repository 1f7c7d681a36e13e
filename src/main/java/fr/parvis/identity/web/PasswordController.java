package fr.parvis.identity.web;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountCare;
import fr.parvis.identity.accounts.PasswordHashes;
import fr.parvis.identity.accounts.PasswordRule;
import fr.parvis.identity.confirmation.Holder;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing one's password, or choosing a first one. */
@Controller
@RequestMapping("/compte/mot-de-passe")
@Access(Audience.SIGNED_IN)
@RecentlyConfirmed
class PasswordController {

    private final Holder holder;
    private final AccountCare care;
    private final PasswordHashes hashes;
    private final Sessions sessions;

    PasswordController(Holder holder, AccountCare care, PasswordHashes hashes, Sessions sessions) {
        this.holder = holder;
        this.care = care;
        this.hashes = hashes;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView form(Viewer viewer) {
        return Pages.page("identity/password", page(holder.account(viewer), FormErrors.none()));
    }

    @PostMapping
    ModelAndView change(
            Viewer viewer,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = holder.account(viewer);
        var errors = PasswordRule.check(password, account.firstName(), account.lastName(), account.email())
                .map(weakness -> FormErrors.of("password", weakness))
                .orElseGet(FormErrors::none);
        if (errors.isEmpty() && !care.mayHavePassword(account)) {
            errors = FormErrors.of("password", Texts.ADDRESS_SHARED);
        }
        if (!errors.isEmpty()) {
            return Pages.page("identity/password", page(account, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var entry = sessions.current(request)
                .map(session -> new Entry(session.methods(), null))
                .orElseGet(() -> Entry.by(Method.PASSWORD));
        care.changePassword(account, hashes.hash(password));
        sessions.open(account.id(), entry, request, response);
        return new ModelAndView("redirect:/compte?fait=mot-de-passe");
    }

    private static ChangePage page(Account account, FormErrors errors) {
        return new ChangePage(account.email(), account.hasPassword(), errors);
    }
}
