package fr.parvis.demo.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.notifications.Email;
import fr.parvis.notifications.EmailState;
import fr.parvis.notifications.Notifications;
import fr.parvis.notifications.SentEmail;
import fr.parvis.testing.ParvisTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ViewResolver;

@ParvisTest
class MailboxTests {

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("viewResolver")
    ViewResolver pages;

    private final String to = UUID.randomUUID() + "@example.org";
    private MockMvcTester http;

    @BeforeEach
    void start() {
        // tests that moved the clock left messages from the future, which would be the newest
        jdbc.sql("update notifications.email set created_at = now() - interval '1 day' where created_at > now()")
                .update();
        http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Mailbox(notifications))
                .setViewResolvers(pages)
                .build());
        notifications.send(new Email(
                to,
                "Votre code <1>",
                "Bonjour Zoé,",
                List.of(
                        new Email.Block.Code("482 915"),
                        new Email.Block.Button("Confirmer", "https://parvis.example/inscription?a=1&b=2"))));
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(http.get().uri("/demo/courriels"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("/demo/courriels/" + sent().id(), "Votre code &lt;1&gt;", to);
    }

    @Test
    void showsCodesAndLinksReadyToUse() {
        assertThat(http.get().uri("/demo/courriels/" + sent().id()))
                .hasStatusOk()
                .bodyText()
                .contains("482 915")
                .contains("href=\"https://parvis.example/inscription?a=1&amp;b=2\"");
    }

    @Test
    void showsTheHtmlPartWithNothingButItsStyles() {
        var answer = http.get().uri("/demo/courriels/" + sent().id() + "/html").exchange();

        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .startsWith("<!doctype html>")
                .contains("482 915");
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'")
                .doesNotContain("script");
    }

    @Test
    void knowsNoOtherMessage() {
        assertThat(http.get().uri("/demo/courriels/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void staysAfterTheMessageLeft() {
        await().until(() -> sent().state() == EmailState.SENT);

        assertThat(notifications.find(sent().id())).isPresent();
    }

    private SentEmail sent() {
        return notifications.recent(100).stream()
                .filter(email -> email.to().equals(to))
                .findFirst()
                .orElseThrow();
    }
}
