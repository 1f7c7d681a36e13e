package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Event;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Claim;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows an application, with its secret the one time that it is known. */
@Component
class ApplicationView {

    private static final int EVENTS = 30;

    private final ApplicationJournal journal;
    private final Settings settings;
    private final Clock clock;

    ApplicationView(ApplicationJournal journal, Settings settings, Clock clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Which part of an application is asked for.
     *
     * @param erreurs "oui" for refusals only
     * @param avant the things before this moment; the newest when null
     * @param logo what became of a logo just sent; empty otherwise
     */
    record Asked(
            @Nullable String erreurs,
            @Nullable Instant avant,
            @Nullable String logo) {

        static final Asked NEWEST = new Asked(null, null, null);

        boolean refusals() {
            return "oui".equals(erreurs);
        }
    }

    ModelAndView of(Application application, Asked asked, HttpServletResponse response) {
        return show(application, asked, null, response);
    }

    ModelAndView withSecret(Application application, String secret, HttpServletResponse response) {
        return show(application, Asked.NEWEST, secret, response);
    }

    /** What happened last, in words; empty when nothing did. */
    String last(Application application) {
        return journal.newest(application.id(), 1).stream()
                .findFirst()
                .map(event -> words(event.kind()) + ", " + French.dateTime(event.at()))
                .orElse("");
    }

    private ModelAndView show(
            Application application, Asked asked, @Nullable String secret, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var today = French.day(clock.instant());
        var days = journal.signInsByDay(application.id(), today.minusDays(DayChart.DAYS - 1));
        return Pages.page(
                "applications/application",
                new ApplicationPage(
                        application,
                        settings.url(
                                application.protocol() == Protocol.CAS ? "/cas" : "/.well-known/openid-configuration"),
                        application.claims().stream().sorted().map(Claim::words).toList(),
                        part(application, asked),
                        DayChart.of(days, today),
                        secret,
                        logoFault(asked.logo())));
    }

    private JournalPart part(Application application, Asked asked) {
        var before = asked.avant() == null ? clock.instant().plus(Duration.ofDays(1)) : asked.avant();
        var events = journal.before(application.id(), before, asked.refusals(), EVENTS + 1);
        var shown = events.subList(0, Math.min(EVENTS, events.size()));
        var older = events.size() > EVENTS
                ? ApplicationsController.PATH + "/" + application.id() + "?avant="
                        + shown.getLast().at() + (asked.refusals() ? "&erreurs=oui" : "") + "#journal"
                : "";
        return new JournalPart(shown.stream().map(ApplicationView::line).toList(), asked.refusals(), older);
    }

    private static String logoFault(@Nullable String logo) {
        return switch (logo) {
            case "TOO_HEAVY" -> "Ce logo dépasse 100\u00a0ko. Réduisez-le, puis envoyez-le.";
            case "NOT_A_PICTURE" -> "Ce fichier n’est pas une image PNG, JPEG ou WebP.";
            case null, default -> "";
        };
    }

    private static JournalPart.Line line(Event event) {
        var times = event.times() == 1 ? "" : " (" + event.times() + " fois)";
        return new JournalPart.Line(
                French.dateTime(event.at()), words(event.kind()), event.detail() + times, event.kind() == Kind.REFUSED);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case SIGNED_IN -> "Connexion";
            case REFRESHED -> "Renouvellement";
            case SIGNED_OUT -> "Déconnexion";
            case REFUSED -> "Refus";
            case CHANGED -> "Administration";
        };
    }
}
