package fr.parvis.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.kernel.Settings;
import fr.parvis.notifications.EmailDelivery.Attempt;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.Providers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Attempts made by hand on messages that the scheduler does not know of. */
@ParvisTest
class EmailDeliveryTests {

    @Autowired
    EmailQueue queue;

    @Autowired
    Notifications notifications;

    @Autowired
    EmailRendering rendering;

    @Autowired
    MovingClock clock;

    private RefusingSmtpServer refusing;
    private final String to = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void start() throws IOException {
        refusing = new RefusingSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        refusing.close();
        clock.reset();
    }

    @Test
    void waitsLongerAfterEachRefusalAndGivesUpAfterTheEighth() {
        var delivery = delivery(smtp(refusing.port()));
        var id = queue.add(NotificationsTests.email(to));

        var waits = new ArrayList<Duration>();
        for (int attempt = 1; attempt < 8; attempt++) {
            var before = Instant.now();
            var failed = (Attempt.Failed) delivery.attempt(id);
            waits.add(Duration.ofMinutes(
                    Duration.between(before, failed.next()).plusSeconds(5).toMinutes()));
        }
        var last = delivery.attempt(id);

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofHours(12));
        assertThat(last).isInstanceOf(Attempt.Finished.class);
        assertThat(undelivered()).satisfies(email -> {
            assertThat(email.state()).isEqualTo(EmailState.DEAD);
            assertThat(email.attempts()).isEqualTo(8);
            assertThat(email.error()).contains("550 5.1.1 No such mailbox");
            assertThat(email.nextAttempt()).isNull();
        });
    }

    @Test
    void showsAMessageBeingRetried() {
        var id = queue.add(NotificationsTests.email(to));

        delivery(smtp(1)).attempt(id); // nothing listens on port 1

        assertThat(undelivered()).satisfies(email -> {
            assertThat(email.state()).isEqualTo(EmailState.QUEUED);
            assertThat(email.nextAttempt()).isAfter(Instant.now());
        });
    }

    @Test
    void sendsADeadLetterAgainWhenAsked() {
        var id = queue.add(NotificationsTests.email(to));
        queue.markDead(id, "550 No such mailbox", 8);

        notifications.resend(id);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !MailServer.receivedBy(to).isEmpty());
        await().until(() -> queue.find(id).orElseThrow().state() == EmailState.SENT);
        assertThat(notifications.undelivered()).noneMatch(email -> email.id().equals(id));
    }

    @Test
    void sendsNothingTwiceWhenAskedAgain() {
        var id = queue.add(NotificationsTests.email(to));
        queue.markSent(id);

        notifications.resend(id);

        assertThat(queue.find(id).orElseThrow().state()).isEqualTo(EmailState.SENT);
        assertThat(delivery(smtp(MailServer.port())).attempt(id)).isInstanceOf(Attempt.Finished.class);
        assertThat(MailServer.receivedBy(to)).isEmpty();
    }

    @Test
    void givesTheSameMessageIdToEveryAttempt() throws Exception {
        var server = server(smtp(MailServer.port()));
        var id = UUID.randomUUID();

        server.send(id, NotificationsTests.email(to)); // the program stops before it can say so
        server.send(id, NotificationsTests.email(to));

        var received = MailServer.receivedBy(to);
        assertThat(received).hasSize(2);
        assertThat(received.getFirst().getMessageID())
                .isEqualTo(received.getLast().getMessageID())
                .contains(id.toString());
    }

    @Test
    void waitsForAMailServerToBeConfigured() {
        var id = queue.add(NotificationsTests.email(to));

        var attempt = delivery(Map.of()).attempt(id);

        assertThat(attempt).isInstanceOf(Attempt.Failed.class);
        assertThat(undelivered().error()).isEqualTo("no SMTP configured");
        assertThat(undelivered().attempts()).isZero();
    }

    @Test
    void keepsTheDemosMessagesInItsMailbox() {
        var id = queue.add(NotificationsTests.email(to));

        var attempt = delivery(Map.of("PARVIS_DEMO", "true")).attempt(id);

        assertThat(attempt).isInstanceOf(Attempt.Finished.class);
        assertThat(notifications.find(id).orElseThrow()).satisfies(email -> {
            assertThat(email.state()).isEqualTo(EmailState.SENT);
            assertThat(email.text()).contains("482 915");
        });
    }

    @Test
    void erasesWhatWasSentAMonthAgo() {
        var sent = queue.add(NotificationsTests.email(to));
        var waiting = queue.add(NotificationsTests.email(to));
        queue.markSent(sent);

        queue.eraseOld();
        assertThat(queue.find(sent)).isPresent();
        clock.pass(Duration.ofDays(31));
        queue.eraseOld();

        assertThat(queue.find(sent)).isEmpty();
        assertThat(queue.find(waiting)).isPresent();
    }

    @Test
    void keepsABrokenAddressForTheAdministrator() {
        var id = queue.add(new Email("pas une adresse", "s", "g", List.of()));

        assertThat(delivery(smtp(MailServer.port())).attempt(id)).isInstanceOf(Attempt.Failed.class);
    }

    @Test
    void tellsWhoeverWatchesWhetherMessagesCanLeave() {
        var without = Settings.from(Map.of());
        var demo = Settings.from(Map.of("PARVIS_DEMO", "true"));

        assertThat(new EmailHealth(queue, server(Map.of()), without)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("UNKNOWN");
        assertThat(new EmailHealth(queue, server(Map.of()), demo).health().getDetails())
                .containsKeys("waiting", "givenUp");
    }

    private UndeliveredEmail undelivered() {
        return notifications.undelivered().stream()
                .filter(email -> email.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private EmailDelivery delivery(Map<String, String> environment) {
        return new EmailDelivery(queue, server(environment), Settings.from(environment), clock);
    }

    private SmtpServer server(Map<String, String> environment) {
        return new SmtpServer(Settings.from(environment), Providers.town(), rendering, clock);
    }

    private static Map<String, String> smtp(int port) {
        return Map.of("PARVIS_SMTP_HOST", "127.0.0.1", "PARVIS_SMTP_PORT", String.valueOf(port));
    }
}
