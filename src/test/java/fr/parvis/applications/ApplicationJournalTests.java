package fr.parvis.applications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.ApplicationJournal.Event;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.openid.Vendor;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Strangers can have requests refused in an application's name, but not fill its journal. */
@ParvisTest
class ApplicationJournalTests {

    @LocalServerPort
    int port;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationJournal journal;

    @Autowired
    MovingClock clock;

    UUID application;

    @BeforeEach
    void begin() {
        application = Vendor.register(applications, port).application.id();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void countsEqualRefusalsOfAMinuteTogether() {
        for (int i = 0; i < 30; i++) {
            journal.refuse(application, "invalid_grant", Refusal.CODE, "");
        }
        assertThat(journal.newest(application, 50)).singleElement().satisfies(event -> {
            assertThat(event.times()).isEqualTo(30);
            assertThat(event.detail()).isEqualTo("invalid_grant : code inconnu, expiré ou déjà utilisé");
        });
        clock.pass(Duration.ofMinutes(2));
        journal.refuse(application, "invalid_grant", Refusal.CODE, "");
        assertThat(journal.newest(application, 50)).extracting(Event::times).containsExactly(1, 30);
    }

    @Test
    void detailsSoManyDifferentRefusalsInAnHour() {
        for (int i = 0; i < 100; i++) {
            journal.refuse(application, "", Refusal.ADDRESS_UNKNOWN, "https://ailleurs.example/" + i);
        }
        journal.note(application, Kind.CHANGED, "suspendue par Alix Garnier");
        var events = journal.newest(application, 200);
        assertThat(events).hasSize(ApplicationJournal.REFUSALS_AN_HOUR + 2);
        assertThat(events)
                .filteredOn(event -> event.detail().contains("plus détaillés"))
                .singleElement()
                .satisfies(event -> assertThat(event.times()).isEqualTo(100 - ApplicationJournal.REFUSALS_AN_HOUR));
        clock.pass(Duration.ofMinutes(61));
        journal.refuse(application, "", Refusal.ADDRESS_UNKNOWN, "https://ailleurs.example/plus-tard");
        assertThat(journal.newest(application, 1).getFirst().detail()).contains("plus-tard");
    }
}
