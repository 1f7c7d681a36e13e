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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What people are written when something was linked to their account, or is no longer: a thief would be noticed; and when
 * the town lets another partner go on.
 */
@Component
class LinkMails {

    private static final String PLACE = "/mes-services";
    private static final String SUSPICION = "Si ce n’était pas vous, appelez-nous au ";
    private static final String QUESTION = "Une question ? Appelez-nous au ";

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
                        + " service nous dit de ses dossiers paraît sur « Mon fil ».",
                SUSPICION);
    }

    void unlinked(Link link, Partner partner) {
        send(
                link.account(),
                partner.name() + French.NBSP + ": compte retiré",
                "Depuis le " + now() + ", « " + link.label() + " » (" + partner.name()
                        + ") n’est plus lié à votre compte." + " Ce que ce service nous avait dit est effacé ici"
                        + French.NBSP + "; rien ne change chez lui.",
                SUSPICION);
    }

    /**
     * What became of what somebody had linked to a partner that is replaced.
     *
     * @param kept whether some of it is linked to the successor now
     * @param again whom they must link again, as they call them
     */
    record Passed(boolean kept, List<String> again) {

        Passed {
            again = List.copyOf(again);
        }
    }

    /** What the town told the former partner of the account it tells the successor from now on. */
    void passedOn(UUID account, Partner former, Partner successor, Passed passed) {
        var what = "Depuis le " + now() + ", la ville travaille avec " + successor.name() + " à la place de "
                + former.name() + ". Vos dossiers et leur histoire restent sur « Mon fil ».";
        send(
                account,
                successor.name() + " remplace " + former.name(),
                what + again(successor, passed) + kept(former, successor, passed),
                QUESTION);
    }

    /** Whether others are linked there is nobody's business: only that it is to be shown again. */
    private static String again(Partner successor, Passed passed) {
        return passed.again().isEmpty()
                ? ""
                : " Pour "
                        + passed.again().stream()
                                .map(label -> "« " + label + " »")
                                .collect(Collectors.joining(", "))
                        + ", liez de nouveau votre compte : ouvrez « Mes services », puis choisissez "
                        + successor.name() + ". Ce service doit vous reconnaître avant que la suite paraisse sur"
                        + " « Mon fil ».";
    }

    private static String kept(Partner former, Partner successor, Passed passed) {
        var accounts = passed.again().isEmpty() ? " Les comptes" : " Les autres comptes";
        return passed.kept()
                ? accounts + " que vous aviez liés le sont maintenant à " + successor.name()
                        + ", qui en reçoit les mêmes informations" + French.NBSP + "; " + former.name()
                        + " n’en reçoit plus. Si vous ne le voulez pas, retirez-les de « Mes services »."
                : "";
    }

    private void send(UUID account, String subject, String what, String whyToCall) {
        accounts.find(account)
                .ifPresent(person -> notifications.send(new Email(
                        person.email(),
                        subject,
                        "Bonjour " + person.firstName() + ",",
                        List.of(
                                new Block.Text(French.typeset(what)),
                                new Block.Button("Voir mes services", settings.url(PLACE)),
                                new Block.Text(whyToCall + town.town().phone() + ", "
                                        + town.town().phoneHours() + ".")))));
    }

    private String now() {
        return French.dateTime(clock.instant());
    }
}
