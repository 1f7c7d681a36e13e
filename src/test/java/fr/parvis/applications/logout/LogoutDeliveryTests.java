package fr.parvis.applications.logout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.Applications;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Word of a logout is brought again to an application that does not listen, then given up. */
@ParvisTest
class LogoutDeliveryTests {

    @Autowired
    Applications applications;

    @Autowired
    ApplicationJournal journal;

    @Autowired
    NoticeTable notices;

    @Autowired
    LogoutDelivery delivery;

    @Autowired
    MovingClock clock;

    @Test
    void triesAgainLaterAndLater() throws Exception {
        try (var listener = new LogoutListener()) {
            var notice = notice(listener.address());
            listener.refuse(true);
            var now = clock.instant();
            assertThat(Duration.between(now, delivery.attempt(notice).orElseThrow()))
                    .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(75));
            assertThat(Duration.between(now, delivery.attempt(notice).orElseThrow()))
                    .isBetween(Duration.ofSeconds(119), Duration.ofSeconds(135));
            listener.refuse(false);
            assertThat(delivery.attempt(notice)).isEmpty();
            assertThat(listener.token()).isNotEmpty();
            assertThat(notices.find(notice)).isEmpty();
        }
    }

    @Test
    void givesUpAfterEightTimesAndSaysSo() throws Exception {
        try (var listener = new LogoutListener()) {
            var notice = notice(listener.address());
            var application = notices.find(notice).orElseThrow().application();
            listener.refuse(true);
            for (int i = 0; i < 7; i++) {
                assertThat(delivery.attempt(notice)).isPresent();
            }
            assertThat(delivery.attempt(notice)).isEmpty();
            assertThat(notices.find(notice)).isEmpty();
            assertThat(journal.newest(application, 1).getFirst().detail()).contains("abandonnée");
        }
    }

    private UUID notice(String address) {
        var id = UUID.randomUUID();
        applications.save(new Application(
                id,
                "app-" + id,
                "Piscine",
                "Réserver une ligne d’eau.",
                "support@piscine.example",
                Protocol.OPENID,
                List.of("https://piscine.example/retour"),
                List.of(),
                address,
                Set.of(),
                null,
                Algorithm.ES256,
                false,
                false));
        var notice = new Notice(UUID.randomUUID(), id, "sub", "sid", null, 0);
        notices.insert(notice);
        return notice.id();
    }
}
