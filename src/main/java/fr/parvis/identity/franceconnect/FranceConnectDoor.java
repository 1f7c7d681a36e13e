package fr.parvis.identity.franceconnect;

import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.kernel.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** FranceConnect, when the town is registered there. */
@Component
public class FranceConnectDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FranceConnectDoor.class);

    private final @Nullable FranceConnect client;
    private final @Nullable URI issuer;

    FranceConnectDoor(Settings settings, ObjectProvider<FranceConnectRegistration> own, Clock clock) {
        var registration = own.stream()
                .findFirst()
                .map(FranceConnectRegistration::registration)
                .orElse(settings.franceConnect());
        this.issuer = registration == null ? null : registration.issuer();
        this.client = registration == null
                ? null
                : new FranceConnect(registration, new Provider(registration.issuer(), clock), settings);
    }

    /** Whether the town offers it. */
    public boolean isOpen() {
        return client != null;
    }

    /** Whether it did not answer a moment ago. */
    public boolean isDown() {
        return client != null && client.isDown();
    }

    /** The origin that forms of the portal may lead to, for the content policy. */
    public Optional<String> origin() {
        return Optional.ofNullable(issuer).map(address -> address.getScheme() + "://" + address.getRawAuthority());
    }

    /** Where to send a browser signed out here, to be signed out there; nowhere when it cannot be reached. */
    public Optional<URI> endOfSession(String idToken) {
        if (client == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(client.endOfSession(idToken));
        } catch (FranceConnectException unreachable) {
            LOG.warn("Signed out here but not of FranceConnect: {}", unreachable.getMessage());
            return Optional.empty();
        }
    }

    Optional<FranceConnect> client() {
        return Optional.ofNullable(client);
    }
}
