package fr.parvis.partners.desk;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.organisation.Colleague;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Roles;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.calls.HealthCheck;
import fr.parvis.partners.desk.Watch.Alarm;
import fr.parvis.partners.links.Sandboxes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to administrators and to the partner's contact when something is wrong; of each trouble once a day. */
@Service
class Alerts {

    private final Watches watches;
    private final Partners partners;
    private final Recipients recipients;
    private final Notifications notifications;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Alerts(
            Watches watches,
            Partners partners,
            Recipients recipients,
            Notifications notifications,
            Settings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.watches = watches;
        this.partners = partners;
        this.recipients = recipients;
        this.notifications = notifications;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at every partner in service; those on trial may fail in peace. */
    void look() {
        partners.all().stream().filter(partner -> !partner.suspended()).forEach(this::look);
        jdbc.sql("delete from partners.alert where day < :before")
                .param("before", French.day(clock.instant()).minusMonths(1))
                .update();
    }

    void look(Partner partner) {
        watches.alarms(partner).forEach(alarm -> transaction.executeWithoutResult(status -> tell(partner, alarm)));
    }

    private void tell(Partner partner, Alarm alarm) {
        boolean first = jdbc.sql("""
                        insert into partners.alert (partner, kind, day) values (:partner, :kind, :day)
                        on conflict do nothing
                        """)
                        .param("partner", partner.id())
                        .param("kind", alarm.kind())
                        .param("day", French.day(clock.instant()))
                        .update()
                > 0;
        if (first) {
            recipients
                    .administrators()
                    .forEach(address ->
                            notifications.send(email(address, alarm, PartnersController.PATH + "/" + partner.slug())));
            notifications.send(email(partner.contact(), alarm, "/partenaires/" + partner.slug()));
        }
    }

    private Email email(String address, Alarm alarm, String path) {
        return new Email(
                address,
                alarm.subject(),
                "Bonjour,",
                List.of(new Block.Text(alarm.what()), new Block.Button("Voir ce qui se passe", settings.url(path))));
    }

    /** All that is watched. */
    @Component
    record Watches(List<Watch> all, HealthCheck healthCheck, Sandboxes sandboxes) {

        Stream<Alarm> alarms(Partner partner) {
            if (sandboxes.contains(partner.id())) {
                return Stream.empty();
            }
            var health = healthCheck.of(partner.id());
            return all.stream().flatMap(watch -> watch.look(partner, health).stream());
        }
    }

    /** Who runs the platform. */
    @Component
    record Recipients(Roles roles, Accounts accounts) {

        List<String> administrators() {
            var them = roles.colleagues().stream()
                    .filter(colleague -> colleague.offices().contains(Office.ADMINISTRATOR))
                    .map(Colleague::account)
                    .toList();
            return accounts.people(them).values().stream()
                    .map(Person::email)
                    .sorted()
                    .toList();
        }
    }
}
