package fr.parvis.partners.console;

import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.CallLines;
import fr.parvis.partners.calls.HealthCheck;
import fr.parvis.partners.calls.RefusalLine;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.webhooks.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what an engineer sees of their partner. */
@Component
class ConsoleView {

    private static final int CALLS = 50;
    private static final int FEW = 20;
    private static final String LIVE_SECONDS = "5";

    private final Watched watched;
    private final Sandboxes sandboxes;
    private final Applications applications;
    private final ApplicationJournal journal;
    private final Resyncs resyncs;
    private final Settings settings;
    private final Clock clock;

    ConsoleView(
            Watched watched,
            Sandboxes sandboxes,
            Applications applications,
            ApplicationJournal journal,
            Resyncs resyncs,
            Settings settings,
            Clock clock) {
        this.watched = watched;
        this.sandboxes = sandboxes;
        this.applications = applications;
        this.journal = journal;
        this.resyncs = resyncs;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is read of a partner's doings. */
    @Component
    record Watched(HealthCheck health, Webhooks webhooks, CallLines calls, Refusals refusals) {}

    /** The page; once live, a browser asks for it again every few seconds, until the engineer stops it. */
    ModelAndView of(Partner partner, boolean live, List<ShownOnce> shown, HttpServletResponse response) {
        if (live) {
            response.setHeader("Refresh", LIVE_SECONDS);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page("partners/watch/console", page(partner, live, shown));
    }

    private ConsolePage page(Partner partner, boolean live, List<ShownOnce> shown) {
        var id = partner.id();
        var application = applications.find(partner.application());
        return new ConsolePage(
                partner,
                sandboxes.contains(id),
                sandboxes.people(id),
                watched.health().of(id),
                watched.webhooks().backlog(id),
                settings.baseUrl().toString(),
                application.map(Application::clientId).orElse(""),
                application.filter(Application::hasKeys).isPresent(),
                watched.calls().newest(id, CALLS, ConsoleController.path(partner), Reader.VENDOR),
                tokens(partner),
                watched.refusals().newest(id, FEW).stream()
                        .map(refused -> RefusalLine.of(refused, ConsoleController.path(partner)))
                        .toList(),
                shown,
                live,
                resyncs.asked(id).map(French::dateTime).orElse(""));
    }

    /** A program without a token is not known by its calls: the application's journal has them. */
    private List<String> tokens(Partner partner) {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        return journal.before(partner.application(), tomorrow, true, FEW).stream()
                .map(event -> French.dateTime(event.at()) + French.NBSP + ": " + event.detail())
                .toList();
    }
}
