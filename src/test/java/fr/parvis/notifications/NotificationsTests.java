package fr.parvis.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.parvis.notifications.Email.Block;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.ParvisTest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class NotificationsTests {

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** Tests that moved the clock left messages from the future, which would be the newest. */
    @BeforeEach
    void nothingIsNewerThanNow() {
        jdbc.sql("update notifications.email set created_at = now() - interval '1 day' where created_at > now()")
                .update();
    }

    @Test
    void sendsTextAndHtmlOverSmtp() throws Exception {
        var to = address();

        notifications.send(email(to));

        var message = received(to);
        assertThat(message.getSubject()).isEqualTo("Votre demande est bien reçue");
        assertThat(message.getFrom()[0].toString())
                .contains("Tout Suresnes")
                .contains("ne-pas-repondre@parvis.example");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(content(parts.getBodyPart(0), "text/plain"))
                .contains("Bonjour Zoé,")
                .contains("https://parvis.example/suivi/K7M")
                .contains("[>] Vérification (en cours)");
        assertThat(content(parts.getBodyPart(1), "text/html"))
                .startsWith("<!doctype html>")
                .contains("Bonjour Zoé,")
                .contains("href=\"https://parvis.example/suivi/K7M\"")
                .doesNotContain("<img")
                .doesNotContain("<script");
    }

    @Test
    void keepsTheLinesOfAReceiptInTheirOrder() {
        var to = address();
        var lines = new LinkedHashMap<String, String>();
        lines.put("Service chargé du dossier", "Stationnement");
        lines.put("Nom", "Martin");
        lines.put("Adresse", "2 rue Carnot");
        notifications.send(new Email(to, "Reçu", "Bonjour,", List.of(new Block.Facts(lines))));

        assertThat(sent(to).text()).containsSubsequence("Service chargé", "Nom", "Adresse");
    }

    @Test
    void sendsNothingWhenTheTransactionIsRolledBack() {
        var to = address();

        transaction.executeWithoutResult(status -> {
            notifications.send(email(to));
            assertThat(scheduled(sent(to).id())).isOne();
            status.setRollbackOnly();
        });

        assertThat(notifications.recent(100)).noneMatch(email -> email.to().equals(to));
        var later = address();
        notifications.send(email(later)); // were the first one scheduled, it would go before this one
        assertThat(received(later)).isNotNull();
        assertThat(MailServer.receivedBy(to)).isEmpty();
    }

    @Test
    void leavesNoTaskBehindOnceSent() {
        var to = address();
        notifications.send(email(to));

        await().until(() -> sent(to).state() == EmailState.SENT && scheduled(sent(to).id()) == 0);

        assertThat(notifications.undelivered()).noneMatch(email -> email.to().equals(to));
    }

    @Test
    void keepsALineBreakOutOfTheHeaders() throws Exception {
        var to = address();
        notifications.send(new Email(to, "Bonjour\r\nBcc: voleur@example.org", "Bonjour,", List.of()));

        var message = received(to);

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("Bonjour Bcc: voleur@example.org");
    }

    @Test
    void refusesALineBreakInAnAddress() {
        assertThatThrownBy(() -> new Email("zoe@example.org\r\nBcc: voleur@example.org", "s", "g", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsTypedTextAsText() {
        var to = address();
        notifications.send(
                new Email(to, "s", "Bonjour,", List.of(new Block.Text("<img src=x onerror=alert(1)> & co"))));

        assertThat(sent(to).html()).contains("&lt;img src=x").doesNotContain("<img");
    }

    private int scheduled(UUID email) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'send-email' and task_instance = :id")
                .param("id", email.toString())
                .query(Integer.class)
                .single();
    }

    private SentEmail sent(String to) {
        return notifications.recent(100).stream()
                .filter(email -> email.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static MimeMessage received(String to) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !MailServer.receivedBy(to).isEmpty());
        return MailServer.receivedBy(to).getFirst();
    }

    private static String content(BodyPart part, String type) throws Exception {
        assertThat(part.getContentType()).startsWithIgnoringCase(type).containsIgnoringCase("utf-8");
        return (String) part.getContent();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    static Email email(String to) {
        return new Email(
                to,
                "Votre demande est bien reçue",
                "Bonjour Zoé,",
                List.of(
                        new Block.Text("Nous avons reçu votre demande."),
                        new Block.Facts(Map.of("Référence", "K7M-4XT-9RA")),
                        new Block.Code("482 915"),
                        new Block.Progress(List.of(
                                new Block.Step("Demande envoyée", "le 19 novembre", "done"),
                                new Block.Step("Vérification", "", "now"),
                                new Block.Step("Réponse", "", ""))),
                        new Block.Button("Suivre ma demande", "https://parvis.example/suivi/K7M")));
    }
}
