package fr.parvis.applications.cas;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which application a service address belongs to: same host, and a path under one that is registered. */
@Component
public class Services {

    private final Applications applications;

    Services(Applications applications) {
        this.applications = applications;
    }

    /** None when no application in service has it. */
    public Optional<Application> of(String service) {
        return applications.speaking(Protocol.CAS).stream()
                .filter(application -> !application.suspended())
                .filter(application -> application.addresses().stream().anyMatch(start -> isUnder(start, service)))
                .findFirst();
    }

    /** Compares parts, not text: {@code https://a.example.evil} begins with {@code https://a.example}. */
    static boolean isUnder(String start, String service) {
        try {
            var registered = new URI(start);
            var asked = new URI(service);
            var path = asked.getRawPath();
            return asked.getScheme() != null
                    && asked.getRawUserInfo() == null
                    && asked.getRawFragment() == null
                    && asked.getScheme().equalsIgnoreCase(registered.getScheme())
                    && String.valueOf(asked.getHost()).equalsIgnoreCase(registered.getHost())
                    && asked.getPort() == registered.getPort()
                    && path.equals(asked.normalize().getRawPath())
                    && isUnderPath(registered.getRawPath(), path);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isUnderPath(String start, String path) {
        var folder = start.endsWith("/") ? start : start + "/";
        return path.equals(start) || path.startsWith(folder);
    }
}
