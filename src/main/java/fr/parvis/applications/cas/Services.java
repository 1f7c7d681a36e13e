package fr.parvis.applications.cas;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which application a service address belongs to: same host, and a path under one that is registered. */
@Component
public class Services {

    /** What a server may read as a dot or the end of a folder, though it is written otherwise. */
    private static final Pattern HIDDEN = Pattern.compile("%2e|%2f|%5c|\\\\|/\\.{1,2};", Pattern.CASE_INSENSITIVE);

    private final Applications applications;

    Services(Applications applications) {
        this.applications = applications;
    }

    /** None when no application in service has it. */
    public Optional<Application> of(String service) {
        return applications.speaking(Protocol.CAS).stream()
                .flatMap(application -> application.addresses().stream()
                        .filter(start -> isUnder(start, service))
                        .map(start -> new Claimed(application, start.length())))
                .max(Comparator.comparingInt(Claimed::length)
                        .thenComparing(claimed -> !claimed.application().suspended()))
                .map(Claimed::application)
                .filter(application -> !application.suspended());
    }

    /** An address under one of this application's, which is this long; of two that overlap, the longest counts. */
    private record Claimed(Application application, int length) {}

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
                    && !HIDDEN.matcher(path).find()
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
