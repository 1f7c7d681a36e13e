package fr.parvis.applications.trial;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.GuardedFetch;
import fr.parvis.applications.WebAddress;
import fr.parvis.applications.hearing.Line;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a registration again, point by point, as its vendor will meet it. */
@Component
class RegistrationCheck {

    private final Settings settings;
    private final GuardedFetch fetch;

    RegistrationCheck(Settings settings, GuardedFetch fetch) {
        this.settings = settings;
        this.fetch = fetch;
    }

    /** What can be told without asking anybody. */
    List<Line> of(Application application) {
        List<Line> lines = new ArrayList<>();
        boolean cas = application.protocol() == Protocol.CAS;
        lines.add(Line.right(
                cas ? "Serveur CAS à saisir chez l’éditeur" : "Adresse de découverte à saisir chez l’éditeur",
                settings.url(cas ? "/cas" : "/.well-known/openid-configuration")));
        if (!cas) {
            lines.add(Line.right("client_id à saisir chez l’éditeur", application.clientId()));
        }
        application.addresses().forEach(address -> lines.add(address("Adresse de retour", address)));
        application.logoutAddresses().forEach(address -> lines.add(address("Après déconnexion", address)));
        if (application.backChannel() == null && !cas) {
            lines.add(Line.note(
                    "Prévenue des déconnexions",
                    "(aucune)",
                    "La personne qui se déconnecte ici reste connectée chez l’éditeur."));
        } else if (application.backChannel() != null) {
            lines.add(address("Prévenue des déconnexions", application.backChannel()));
        }
        if (application.suspended()) {
            lines.add(Line.wrong("État", "suspendue", "Remettez-la en service : rien ne marche d’ici là."));
        }
        return lines;
    }

    /** The keys that the vendor publishes, fetched now; empty for an application with a secret. */
    List<Line> keys(Application application) {
        var address = application.keySet();
        if (address == null) {
            return List.of();
        }
        try {
            var content = fetch.retrieveResource(URI.create(address).toURL()).getContent();
            var keys = JWKSet.parse(content).getKeys();
            return keys.isEmpty()
                    ? List.of(Line.wrong("Clés publiques", address, "Le document ne contient aucune clé."))
                    : keys.stream().map(RegistrationCheck::key).toList();
        } catch (IOException unreachable) {
            return List.of(Line.wrong(
                    "Clés publiques", address, "Elles n’ont pas pu être lues : " + unreachable.getMessage() + "."));
        } catch (ParseException malformed) {
            return List.of(Line.wrong("Clés publiques", address, "Ce n’est pas un jeu de clés JWK (RFC 7517)."));
        }
    }

    private static Line key(JWK key) {
        var name = "Clé " + (key.getKeyID() == null ? "sans kid" : key.getKeyID());
        var value = key.getKeyType() + ", " + key.size() + " bits";
        if (key.isPrivate()) {
            return Line.wrong(
                    name, value, "Cette clé est privée : l’éditeur doit la retirer et en changer aujourd’hui.");
        }
        if (KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
            return Line.note(name, value, "Elle chiffre ; elle ne prouvera pas qui est l’application.");
        }
        return key.getKeyID() == null
                ? Line.note(name, value, "Sans kid, changer de clé sans coupure est difficile.")
                : Line.right(name, value);
    }

    private static Line address(String name, String address) {
        var fault = WebAddress.fault(address);
        if (fault != null) {
            return Line.wrong(name, address, fault);
        }
        return WebAddress.isLocal(URI.create(address))
                ? Line.note(name, address, "Cette adresse n’existe que sur ce poste.")
                : Line.right(name, address);
    }
}
