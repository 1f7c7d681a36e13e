package fr.parvis.identity.web;

import fr.parvis.identity.sessions.OpenSession;
import fr.parvis.kernel.French;
import java.time.Instant;
import java.util.List;

/** The devices a person is signed in on, the one in use first. */
public record DevicesPage(List<OpenSession> devices) {

    public String when(Instant at) {
        return French.dateTime(at);
    }

    public boolean hasOthers() {
        return devices.size() > 1;
    }
}
