package fr.parvis.applications.logout;

import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells an application that a session ended (OpenID Connect Back-Channel Logout 1.0, section 2.5; CAS 3.0, 2.3.3). */
@Component
class LogoutDelivery {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_ATTEMPT = 8;

    /** Doubled each time: an application that is being restarted learns of it too. */
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

    private final NoticeTable notices;
    private final Applications applications;
    private final LogoutMessages messages;
    private final ApplicationJournal journal;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    LogoutDelivery(
            NoticeTable notices,
            Applications applications,
            LogoutMessages messages,
            ApplicationJournal journal,
            Clock clock) {
        this.notices = notices;
        this.applications = applications;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    /** When to try again; never, once it was told or after the last attempt. */
    Optional<Instant> attempt(UUID id) {
        return notices.find(id).flatMap(notice -> {
            var application = applications.find(notice.application()).orElseThrow();
            var address = application.backChannel() == null ? notice.service() : application.backChannel();
            if (address == null || tell(application, address, notice)) {
                notices.delete(id);
                return Optional.empty();
            }
            return later(notice);
        });
    }

    private Optional<Instant> later(Notice notice) {
        if (notice.attempts() + 1 >= LAST_ATTEMPT) {
            journal.refuse(notice.application(), "", Refusal.LOGOUT, "abandonnée après huit essais");
            notices.delete(notice.id());
            return Optional.empty();
        }
        notices.countAttempt(notice.id());
        return Optional.of(clock.instant().plus(FIRST_WAIT.multipliedBy(1L << notice.attempts())));
    }

    private boolean tell(Application application, String address, Notice notice) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(messages.form(application, notice)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            boolean taken = status == 200 || status == 204;
            if (taken) {
                journal.note(
                        application.id(),
                        ApplicationJournal.Kind.SIGNED_OUT,
                        "déconnexion transmise à " + address + " : HTTP " + status);
            } else {
                journal.refuse(application.id(), "", Refusal.LOGOUT, address + " répond HTTP " + status);
            }
            return taken;
        } catch (IOException unreachable) {
            journal.refuse(application.id(), "", Refusal.LOGOUT, address + " ne répond pas");
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
