package fr.parvis.demo.mailbox;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import fr.parvis.notifications.Notifications;
import fr.parvis.notifications.SentEmail;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The messages the demo town sent, for whoever plays a resident: codes and links are there to be used. */
@Controller
@Profile("demo")
@Access(Audience.EVERYBODY)
class Mailbox {

    private static final int SHOWN = 100;

    private final Notifications notifications;

    Mailbox(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/demo/courriels")
    ModelAndView list() {
        return Pages.page(
                "demo/mailbox",
                new MailboxPage(notifications.recent(SHOWN).stream()
                        .map(email -> new MailboxPage.Line(
                                email.subject(),
                                email.to(),
                                French.dateTime(email.createdAt()),
                                "/demo/courriels/" + email.id()))
                        .toList()));
    }

    @GetMapping("/demo/courriels/{id}")
    ModelAndView read(@PathVariable UUID id) {
        var email = find(id);
        return Pages.page(
                "demo/message",
                new MessagePage(
                        email.subject(),
                        email.to(),
                        French.dateTime(email.createdAt()),
                        TextPart.split(email.text()),
                        "/demo/courriels/" + id + "/html"));
    }

    /** The HTML part as mail programs show it: inline styles are all it may use. */
    @GetMapping("/demo/courriels/{id}/html")
    ResponseEntity<byte[]> html(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .body(find(id).html().getBytes(StandardCharsets.UTF_8));
    }

    private SentEmail find(UUID id) {
        return notifications.find(id).orElseThrow(NotFoundException::new);
    }
}
