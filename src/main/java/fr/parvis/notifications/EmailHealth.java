package fr.parvis.notifications;

import fr.parvis.kernel.Settings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whoever watches the program whether e-mails can leave and how many wait; "unknown" without a mail server. */
@Component("emails")
class EmailHealth implements HealthIndicator {

    private final EmailQueue queue;
    private final SmtpServer server;
    private final boolean demo;

    EmailHealth(EmailQueue queue, SmtpServer server, Settings settings) {
        this.queue = queue;
        this.server = server;
        this.demo = settings.demo();
    }

    @Override
    public Health health() {
        var health = server.isConfigured() || demo ? Health.up() : Health.unknown();
        return health.withDetail("mailServer", server.isConfigured() ? "configured" : "none")
                .withDetail("waiting", queue.count(EmailState.QUEUED))
                .withDetail("givenUp", queue.count(EmailState.DEAD))
                .build();
    }
}
