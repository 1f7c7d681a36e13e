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

    ApplicationView(ApplicationJournal journal, Settings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    ModelAndView of(Application application, HttpServletResponse response) {
        return show(application, null, response);
    }

    ModelAndView withSecret(Application application, String secret, HttpServletResponse response) {
        return show(application, secret, response);
    }

    /** What happened last, in words; empty when nothing did. */
    String last(Application application) {
        return journal.newest(application.id(), 1).stream()
                .findFirst()
                .map(event -> words(event.kind()) + ", " + French.dateTime(event.at()))
                .orElse("");
    }

    private ModelAndView show(Application application, @Nullable String secret, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page(
                "applications/application",
                new ApplicationPage(
                        application,
                        settings.url(
                                application.protocol() == Protocol.CAS ? "/cas" : "/.well-known/openid-configuration"),
                        application.claims().stream().sorted().map(Claim::words).toList(),
                        journal.newest(application.id(), EVENTS).stream()
                                .map(ApplicationView::line)
                                .toList(),
                        secret));
    }

    private static ApplicationPage.Line line(Event event) {
        return new ApplicationPage.Line(
                French.dateTime(event.at()), words(event.kind()), event.detail(), event.kind() == Kind.REFUSED);
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case SIGNED_IN -> "Connexion";
            case REFRESHED -> "Renouvellement";
            case SIGNED_OUT -> "Déconnexion";
            case REFUSED -> "Refus";
        };
    }
}
