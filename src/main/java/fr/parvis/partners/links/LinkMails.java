package fr.parvis.partners.links;

import fr.parvis.identity.Accounts;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.partners.Partner;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people are written when something was linked to their account, or is no longer: a thief would be noticed. */
@Component
class LinkMails {

    private static final String PLACE = "/mes-services";

    private final Accounts accounts;
    private final Notifications notifications;
    private final Town.Source town;
    private final Settings settings;
    private final Clock clock;

    LinkMails(Accounts accounts, Notifications notifications, Town.Source town, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.town = town;
        this.settings = settings;
        this.clock = clock;
    }

    void linked(Link link, Partner partner) {
        send(
                link.account(),
                partner.name() + French.NBSP + ": compte lié",
                "Depuis le " + now() + ", « " + link.label() + " » (" + partner.name()
                        + ") est lié à votre compte. Ce que ce"
                        + " service nous dit de ses dossiers paraît sur « Mon fil ».");
    }

    void unlinked(Link link, Partner partner) {
        send(
                link.account(),
                partner.name() + French.NBSP + ": compte retiré",
                "Depuis le " + now() + ", « " + link.label() + " » (" + partner.name()
                        + ") n’est plus lié à votre compte." + " Ce que ce service nous avait dit est effacé ici"
                        + French.NBSP + "; rien ne change chez lui.");
    }

    private void send(UUID account, String subject, String what) {
        accounts.find(account)
                .ifPresent(person -> notifications.send(new Email(
                        person.email(),
                        subject,
                        "Bonjour " + person.firstName() + ",",
                        List.of(
                                new Block.Text(French.typeset(what)),
                                new Block.Button("Voir mes services", settings.url(PLACE)),
                                new Block.Text("Si ce n’était pas vous, appelez-nous au "
                                        + town.town().phone() + ", "
                                        + town.town().phoneHours() + ".")))));
    }

    private String now() {
        return French.dateTime(clock.instant());
    }
}
