package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application: what its vendor must type, what it may know, what happened.
 *
 * @param discovery the one address of ours that it must be told
 * @param secret shown this once; null otherwise
 */
public record ApplicationPage(
        Application application,
        String discovery,
        List<String> claims,
        List<Line> events,
        @Nullable String secret) {

    public ApplicationPage {
        claims = List.copyOf(claims);
        events = List.copyOf(events);
    }

    /** Something that happened. */
    public record Line(String at, String what, String detail, boolean bad) {}

    public boolean cas() {
        return application.protocol() == Application.Protocol.CAS;
    }

    public String path() {
        return ApplicationsController.PATH + "/" + application.id();
    }
}
