package fr.parvis.identity.scim.connection;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.identity.scim.connection.Calls.Call;
import fr.parvis.identity.scim.connection.DirectoryTokens.Working;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes, renews and takes back the token of the town's directory, and shows how its calls went. */
@Controller
@RequestMapping(ConnectionController.PATH)
@Access(Audience.ADMINISTRATOR)
class ConnectionController {

    static final String PATH = "/bureau/agents/annuaire";

    private static final int LINES = 30;

    private final DirectoryTokens tokens;
    private final Calls calls;
    private final Accounts accounts;
    private final Settings settings;

    ConnectionController(DirectoryTokens tokens, Calls calls, Accounts accounts, Settings settings) {
        this.tokens = tokens;
        this.calls = calls;
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(HttpServletResponse response) {
        return page(null, response);
    }

    /** The page itself answers: the token is in no address and shown only once. */
    @PostMapping("/jeton")
    @RecentlyConfirmed
    ModelAndView renew(Viewer viewer, HttpServletResponse response) {
        return page(tokens.renew(viewer.account()).value(), response);
    }

    @PostMapping("/coupure")
    @RecentlyConfirmed
    String revoke() {
        tokens.revoke();
        return "redirect:" + PATH;
    }

    private ModelAndView page(@Nullable String secret, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page(
                "identity/directory",
                new ConnectionPage(
                        settings.url("/scim/v2"),
                        secret,
                        tokens.working().stream().map(this::held).toList(),
                        lines(calls.refused(LINES)),
                        lines(calls.newest(LINES))));
    }

    private ConnectionPage.Held held(Working token) {
        var by = accounts.find(token.createdBy())
                .map(Person::fullName)
                .orElse("une personne dont le compte est supprimé");
        return new ConnectionPage.Held(
                French.dateTime(token.created()) + ", par " + by,
                token.expires().map(French::dateTime).orElse(""),
                token.lastUsed().map(French::dateTime).orElse(""));
    }

    private static List<ConnectionPage.Line> lines(List<Call> calls) {
        return calls.stream()
                .map(call -> new ConnectionPage.Line(
                        French.dateTime(call.at()),
                        call.method() + " " + call.path(),
                        call.status(),
                        call.isRefused(),
                        call.reason()))
                .toList();
    }
}
