package fr.parvis.identity.sessions;

import fr.parvis.organisation.Appointed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the devices of a person who now works for the town to what those who do must show, and for how long. */
@Component
class StaffSessions {

    private final Sessions sessions;
    private final SessionTable table;

    StaffSessions(Sessions sessions, SessionTable table) {
        this.sessions = sessions;
        this.table = table;
    }

    @EventListener
    void on(Appointed appointed) {
        sessions.endWeak(appointed.account());
        table.shorten(appointed.account());
    }
}
