package fr.parvis.notifications.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.parvis.kernel.Viewer;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Notifications;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ParvisTest
class UndeliveredEmailsTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    private final String to = UUID.randomUUID() + "@example.org";
    private MockMvcTester http;

    @BeforeEach
    void start() {
        http = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }

    @Test
    void showsWhomAFailedMessageIsForButNotWhatItTells() {
        deadLetter();

        var page = http.perform(get("/bureau/courriels").with(viewer(true)));

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(to, "550 No such &lt;mailbox&gt;", "Abandonné")
                .doesNotContain("Le contenu est secret");
    }

    @Test
    void sendsItAgain() {
        var id = deadLetter();

        var answer = http.perform(
                post("/bureau/courriels/{id}/renvoyer", id).with(viewer(true)).with(csrf()));

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/bureau/courriels?renvoi=1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !MailServer.receivedBy(to).isEmpty());
    }

    @Test
    void sendsThemAllAgain() {
        deadLetter();

        http.perform(post("/bureau/courriels/renvoyer").with(viewer(true)).with(csrf()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !MailServer.receivedBy(to).isEmpty());
    }

    @Test
    void refusesWhoeverIsNotAdministrator() {
        assertThat(http.perform(get("/bureau/courriels").with(viewer(false)))).hasStatus(403);
        assertThat(http.perform(
                        post("/bureau/courriels/renvoyer").with(viewer(false)).with(csrf())))
                .hasStatus(403);
    }

    private UUID deadLetter() {
        notifications.send(
                new Email(to, "Votre code", "Bonjour,", List.of(new Email.Block.Text("Le contenu est secret"))));
        await().until(() -> !MailServer.receivedBy(to).isEmpty());
        MailServer.forget(to);
        return await().until(
                        () -> jdbc.sql("""
                                update notifications.email
                                set state = 'DEAD', attempts = 8, sent_at = null, last_error = '550 No such <mailbox>'
                                where recipient = :to and state = 'SENT' returning id""").param("to", to).query(UUID.class).optional(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static RequestPostProcessor viewer(boolean administrator) {
        var viewer = new Viewer(UUID.randomUUID(), "Ada", "Martin", Set.of("voirie"), administrator);
        return authentication(new TestingAuthenticationToken(viewer, null, "ROLE_USER"));
    }
}
