package fr.parvis.identity.proconnect;

import fr.parvis.identity.ProConnectRegistration;
import fr.parvis.identity.openid.ClientKey;
import fr.parvis.identity.openid.Door;
import fr.parvis.identity.openid.RelyingParty;
import fr.parvis.identity.openid.Terms;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Settings.ProConnect;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** ProConnect, when the town is registered there; only levels with several factors are taken. */
@Component
public class ProConnectDoor implements Door {

    private static final List<String> SCOPE =
            List.of("openid", "given_name", "usual_name", "email", "uid", "siret", "idp_id", "roles");
    private static final List<String> LEVELS = List.of("eidas1-mfa", "eidas2", "eidas3");

    private final Optional<RelyingParty> client;
    private final Set<String> sirets;

    ProConnectDoor(Settings settings, ObjectProvider<ProConnectRegistration> own, ClientKey key, Clock clock) {
        var proConnect = own.stream()
                .findFirst()
                .map(ProConnectRegistration::registration)
                .or(() -> Optional.ofNullable(settings.proConnect()));
        this.client = proConnect.map(found -> new RelyingParty(terms(found, settings), key, clock));
        this.sirets = proConnect.map(ProConnect::sirets).orElse(Set.of());
    }

    private static Terms terms(ProConnect proConnect, Settings settings) {
        return new Terms(
                "ProConnect",
                proConnect.registration(),
                SCOPE,
                LEVELS,
                true,
                false,
                URI.create(settings.url(ProConnectController.CALLBACK)),
                URI.create(settings.url(ProConnectController.SIGNED_OUT)));
    }

    /** Whether the town offers it. */
    public boolean isOpen() {
        return client.isPresent();
    }

    @Override
    public Optional<String> origin() {
        return client.flatMap(RelyingParty::origin);
    }

    @Override
    public Optional<URI> endOfSession(String idToken, String state) {
        return client.flatMap(one -> one.endOfSession(idToken, state));
    }

    Optional<RelyingParty> client() {
        return client;
    }

    /** Whether this establishment is the town's. */
    boolean isOurs(String siret) {
        return sirets.contains(siret);
    }
}
