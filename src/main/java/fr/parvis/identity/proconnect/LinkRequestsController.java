package fr.parvis.identity.proconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.kernel.web.RecentlyConfirmed;
import fr.parvis.notifications.Notifications;
import fr.parvis.organisation.StaffJournal;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An administrator says whether somebody proven by ProConnect is the agent of that address. */
@Controller
@RequestMapping(LinkRequestsController.PATH)
@Access(Audience.ADMINISTRATOR)
class LinkRequestsController {

    static final String PATH = "/bureau/agents/proconnect";

    private final AgentLinks links;
    private final AccountTable accounts;
    private final StaffJournal journal;
    private final Messages messages;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    LinkRequestsController(
            AgentLinks links,
            AccountTable accounts,
            StaffJournal journal,
            Messages messages,
            Notifications notifications,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.journal = journal;
        this.messages = messages;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String fait) {
        var lines = links.requests().stream().flatMap(this::line).toList();
        return Pages.page("identity/link-requests", new LinkRequestsPage(lines, fait));
    }

    @PostMapping("/accord")
    @RecentlyConfirmed
    String confirm(Viewer viewer, @RequestParam UUID request) {
        transaction.executeWithoutResult(status -> links.confirm(request, viewer.account())
                .flatMap(accounts::find)
                .ifPresent(account -> {
                    journal.noteProConnect(account.id(), viewer.account(), true);
                    notifications.send(messages.security(
                            account,
                            "ProConnect ouvre votre compte",
                            "Un administrateur a confirmé que vous pouvez entrer avec ProConnect."));
                }));
        return "redirect:" + PATH + "?fait=accord";
    }

    @PostMapping("/refus")
    @RecentlyConfirmed
    String refuse(Viewer viewer, @RequestParam UUID request) {
        transaction.executeWithoutResult(status ->
                links.refuse(request).ifPresent(account -> journal.noteProConnect(account, viewer.account(), false)));
        return "redirect:" + PATH + "?fait=refus";
    }

    private Stream<LinkRequestsPage.Line> line(AgentLinks.Request request) {
        return accounts.find(request.account()).stream()
                .map(account -> new LinkRequestsPage.Line(
                        request.id(),
                        request.name(),
                        request.siret(),
                        account.firstName() + " " + account.lastName(),
                        account.email(),
                        French.dateTime(request.askedAt())));
    }
}
