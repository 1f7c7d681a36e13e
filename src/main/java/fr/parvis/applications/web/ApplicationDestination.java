package fr.parvis.applications.web;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Logo;
import fr.parvis.applications.cas.Services;
import fr.parvis.identity.Destination;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the sign-in page which application a person comes from, by the request that waits for them. */
@Component
class ApplicationDestination implements Destination {

    private static final String OPENID = "/oauth2/suite?";
    private static final String CAS = "/cas/suite?";

    private final Applications applications;
    private final Services services;

    ApplicationDestination(Applications applications, Services services) {
        this.applications = applications;
        this.services = services;
    }

    @Override
    public Optional<Place> of(String path) {
        return application(path).map(application -> new Place(application.name(), Logo.path(application)));
    }

    private Optional<Application> application(String path) {
        if (path.startsWith(OPENID)) {
            return parameter(path, "client_id").flatMap(applications::byClientId);
        }
        return path.startsWith(CAS) ? parameter(path, "service").flatMap(services::of) : Optional.empty();
    }

    private static Optional<String> parameter(String path, String name) {
        var parameters = URLUtils.parseParameters(path.substring(path.indexOf('?') + 1));
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
