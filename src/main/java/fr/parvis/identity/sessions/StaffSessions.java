package fr.parvis.identity.sessions;

import fr.parvis.organisation.Appointed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the devices of a person who now works for the town to the shorter sessions of those who do. */
@Component
class StaffSessions {

    private final SessionTable sessions;

    StaffSessions(SessionTable sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(Appointed appointed) {
        sessions.shorten(appointed.account());
    }
}
