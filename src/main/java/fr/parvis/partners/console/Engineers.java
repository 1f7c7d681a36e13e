package fr.parvis.partners.console;

import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Token;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on which partner's program: the town invites them, and they sign in with an ordinary account. */
@Service
public class Engineers {

    /** How long an invitation is good for. */
    static final Duration INVITED = Duration.ofDays(7);

    private final EngineerTable table;
    private final Partners partners;
    private final Notifications notifications;
    private final Settings settings;
    private final RandomGenerator random;
    private final Clock clock;

    Engineers(
            EngineerTable table,
            Partners partners,
            Notifications notifications,
            Settings settings,
            RandomGenerator random,
            Clock clock) {
        this.table = table;
        this.partners = partners;
        this.notifications = notifications;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Sends an invitation; who accepted one before is left in peace. */
    @Transactional
    public void invite(Partner partner, String email) {
        var token = Token.next(random);
        if (table.invite(partner.id(), email.strip().toLowerCase(Locale.ROOT), token, clock.instant())) {
            notifications.send(new Email(
                    email.strip(),
                    "Votre accès à la console de " + partner.name(),
                    "Bonjour,",
                    List.of(
                            new Block.Text("La ville vous invite à suivre la liaison de « " + partner.name()
                                    + " » avec son portail" + French.NBSP
                                    + ": clés, appels, refus, contrôle de conformité."),
                            new Block.Button("Ouvrir la console", settings.url(invitation(token))),
                            new Block.Text(
                                    "Le lien est valable sept jours, pour une personne. Vous vous connecterez avec"
                                            + " un compte ordinaire du portail, ou en créerez un."),
                            new Block.Text("Pour commencer, le guide" + French.NBSP + ": "
                                    + settings.url("/partenaires/guide")))));
        }
    }

    static String invitation(Token token) {
        return ConsoleController.PATH + "/invitation/" + token.value();
    }

    /** The partner that this invitation is for, while it is good. */
    Optional<Partner> invited(Token token) {
        return table.invited(token, clock.instant().minus(INVITED))
                .flatMap(engineer -> partners.find(engineer.partner()));
    }

    /** The person accepts; an invitation serves once. */
    @Transactional
    public Optional<Partner> accept(Token token, UUID account) {
        var engineer = table.invited(token, clock.instant().minus(INVITED));
        engineer.ifPresent(one -> table.accept(one.id(), account));
        return engineer.flatMap(one -> partners.find(one.partner()));
    }

    /** The partners that this person works for, by name. */
    List<Partner> partners(UUID account) {
        return table.partners(account).stream()
                .flatMap(id -> partners.find(id).stream())
                .sorted(Comparator.comparing(Partner::name))
                .toList();
    }

    /** The partner of this name, when this person works for it. */
    public Optional<Partner> partner(String slug, UUID account) {
        return partners(account).stream()
                .filter(partner -> partner.slug().equals(slug))
                .findFirst();
    }

    public List<Engineer> of(UUID partner) {
        return table.of(partner);
    }

    @Transactional
    public void remove(UUID partner, UUID engineer) {
        table.remove(partner, engineer);
    }

    /** Their access goes with their account. */
    @EventListener
    void forget(AccountClosed closed) {
        table.forget(closed.account());
    }

    void eraseUnanswered() {
        table.eraseUnanswered(clock.instant().minus(INVITED));
    }
}
