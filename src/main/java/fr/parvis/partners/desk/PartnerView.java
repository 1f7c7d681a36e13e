package fr.parvis.partners.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Pages;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Resyncs;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.calls.Advice.Reader;
import fr.parvis.partners.calls.CallLines;
import fr.parvis.partners.calls.Health;
import fr.parvis.partners.calls.HealthCheck;
import fr.parvis.partners.calls.NewestEvents;
import fr.parvis.partners.calls.RefusalLine;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.console.Engineers;
import fr.parvis.partners.intake.Takeover;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.webhooks.Backlog;
import fr.parvis.partners.webhooks.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the team sees of a partner. */
@Component
class PartnerView {

    private static final int SHOWN = 20;

    private final Partners partners;
    private final Applications applications;
    private final Sandboxes sandboxes;
    private final Engineers engineers;
    private final Takeover takeover;
    private final Resyncs resyncs;
    private final Watched watched;
    private final Settings settings;

    PartnerView(
            Partners partners,
            Applications applications,
            Sandboxes sandboxes,
            Engineers engineers,
            Takeover takeover,
            Resyncs resyncs,
            Watched watched,
            Settings settings) {
        this.partners = partners;
        this.applications = applications;
        this.sandboxes = sandboxes;
        this.engineers = engineers;
        this.takeover = takeover;
        this.resyncs = resyncs;
        this.watched = watched;
        this.settings = settings;
    }

    /** What is read of a partner's doings. */
    @Component
    record Watched(HealthCheck health, Webhooks webhooks, CallLines calls, NewestEvents events, Refusals refusals) {}

    static String state(Partner partner, Health health, Backlog backlog) {
        if (partner.suspended()) {
            return "Suspendu";
        }
        return !health.troubled() && backlog.isLate() ? "Ne prend pas nos messages" : health.state();
    }

    static String badge(Partner partner, Health health, Backlog backlog) {
        if (partner.suspended()) {
            return "badge";
        }
        return health.troubled() || backlog.isLate()
                ? "badge bad"
                : health.lastEvent() == null || health.uncertain() ? "badge wait" : "badge ok";
    }

    ModelAndView list() {
        var lines = partners.all().stream().map(this::line).toList();
        return Pages.page("partners/watch/partners", new PartnerListPage(lines));
    }

    /** The page of a partner; what it shows once is in no cache. */
    ModelAndView of(Partner partner, List<ShownOnce> shown, String told, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page(
                "partners/watch/partner",
                new PartnerPage(
                        partner,
                        facts(partner),
                        watched.health().of(partner.id()),
                        watched.webhooks().backlog(partner.id()),
                        log(partner),
                        shown,
                        told));
    }

    private PartnerListPage.Line line(Partner partner) {
        var health = watched.health().of(partner.id());
        var backlog = watched.webhooks().backlog(partner.id());
        return new PartnerListPage.Line(
                PartnersController.PATH + "/" + partner.slug(),
                partner.name(),
                state(partner, health, backlog),
                badge(partner, health, backlog),
                health.lastInWords(),
                Health.many(health.eventsToday()),
                Health.many(health.refusalsToday()),
                health.waiting());
    }

    private PartnerPage.Facts facts(Partner partner) {
        var id = partner.id();
        var application = applications.find(partner.application());
        return new PartnerPage.Facts(
                settings.baseUrl().toString(),
                application.map(Application::clientId).orElse(""),
                application.filter(Application::hasKeys).isPresent(),
                sandboxes.contains(id),
                takeover.successor(id)
                        .flatMap(partners::find)
                        .map(Partner::name)
                        .orElse(""),
                partners.all().stream()
                        .filter(other -> !other.id().equals(id)
                                && takeover.successor(other.id()).isEmpty())
                        .toList(),
                engineers.of(id),
                resyncs.asked(id).map(French::dateTime).orElse(""));
    }

    private PartnerPage.Log log(Partner partner) {
        var id = partner.id();
        var path = PartnersController.PATH + "/" + partner.slug();
        return new PartnerPage.Log(
                watched.calls().newest(id, SHOWN, path, Reader.TOWN),
                watched.events().newest(id, SHOWN),
                watched.events().waiting(id, SHOWN),
                watched.refusals().newest(id, SHOWN).stream()
                        .map(refused -> RefusalLine.of(refused, path))
                        .toList(),
                watched.refusals().reasons(id));
    }
}
