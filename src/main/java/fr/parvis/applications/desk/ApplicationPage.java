package fr.parvis.applications.desk;

import fr.parvis.applications.Application;
import fr.parvis.applications.Logo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application: what its vendor must type, what it may know, what happened.
 *
 * @param discovery the one address of ours that it must be told
 * @param secret shown this once; null otherwise
 * @param logoFault what was wrong with a logo just sent; empty otherwise
 */
public record ApplicationPage(
        Application application,
        String discovery,
        List<String> claims,
        JournalPart journal,
        DayChart chart,
        @Nullable String secret,
        String logoFault) {

    public ApplicationPage {
        claims = List.copyOf(claims);
    }

    public boolean cas() {
        return application.protocol() == Application.Protocol.CAS;
    }

    public String path() {
        return ApplicationsController.PATH + "/" + application.id();
    }

    public String logo() {
        return Logo.path(application);
    }
}
