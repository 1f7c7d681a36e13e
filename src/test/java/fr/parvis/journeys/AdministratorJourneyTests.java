package fr.parvis.journeys;

import static org.awaitility.Awaitility.await;

import fr.parvis.notifications.Email;
import fr.parvis.notifications.Notifications;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever runs the platform sees which e-mails did not leave. */
@JourneyTest
class AdministratorJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEmailGivenUpIsSentAgain(Visitor alix) {
        var to = Cast.newEmail();
        notifications.send(new Email(to, "Votre code", "Bonjour,", List.of(new Email.Block.Text("Secret"))));
        Inbox.read(to, "Votre code");
        await().until(() -> giveUp(to) == 1);

        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/courriels")
                .see(to)
                .see("550 Boîte inconnue")
                .seeNot("Secret")
                .press("Renvoyer « Votre code » à " + to)
                .see("l’envoi est relancé");
        await().until(() -> !MailServer.receivedBy(to).isEmpty());
    }

    private int giveUp(String to) {
        return jdbc.sql("""
                        update notifications.email
                        set state = 'DEAD', attempts = 8, sent_at = null, last_error = '550 Boîte inconnue'
                        where recipient = :to and state = 'SENT'""").param("to", to).update();
    }
}
