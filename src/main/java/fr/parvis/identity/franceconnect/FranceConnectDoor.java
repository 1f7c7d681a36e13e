package fr.parvis.identity.franceconnect;

import fr.parvis.identity.FranceConnectRegistration;
import fr.parvis.identity.openid.Door;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.Terms;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Settings.Registration;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** FranceConnect v2, level eidas1, when the town is registered there. */
@Component
public class FranceConnectDoor implements Door {

    private static final List<String> SCOPE = List.of("openid", "identite_pivot", "preferred_username", "email");
    /** What is asked, and so the least that is proven. */
    static final String LEVEL = "eidas1";

    private final Optional<RelyingParty> client;

    FranceConnectDoor(Settings settings, ObjectProvider<FranceConnectRegistration> own, Clock clock) {
        this.client = own.stream()
                .findFirst()
                .map(FranceConnectRegistration::registration)
                .or(() -> Optional.ofNullable(settings.franceConnect()))
                .map(registration -> new RelyingParty(terms(registration, settings), clock));
    }

    private static Terms terms(Registration registration, Settings settings) {
        return new Terms(
                "FranceConnect",
                registration,
                SCOPE,
                List.of(LEVEL),
                false,
                true,
                URI.create(settings.url(FranceConnectController.CALLBACK)),
                URI.create(settings.url(FranceConnectController.SIGNED_OUT)));
    }

    /** Whether the town offers it. */
    public boolean isOpen() {
        return client.isPresent();
    }

    /** Whether it did not answer a moment ago. */
    public boolean isDown() {
        return client.filter(RelyingParty::isDown).isPresent();
    }

    @Override
    public Optional<String> origin() {
        return client.flatMap(RelyingParty::origin);
    }

    @Override
    public Optional<URI> endOfSession(String idToken) {
        return client.flatMap(one -> one.endOfSession(idToken));
    }

    Optional<RelyingParty> client() {
        return client;
    }
}
