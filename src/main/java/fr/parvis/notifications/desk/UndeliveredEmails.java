package fr.parvis.notifications.desk;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.Pages;
import fr.parvis.notifications.EmailState;
import fr.parvis.notifications.Notifications;
import fr.parvis.notifications.UndeliveredEmail;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Messages given up or being retried: whom they are for and what the mail server said, never what they tell. */
@Controller
@Access(Audience.ADMINISTRATOR)
class UndeliveredEmails {

    static final String PATH = "/bureau/courriels";

    private final Notifications notifications;

    UndeliveredEmails(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping(PATH)
    ModelAndView list(@RequestParam(name = "renvoi", defaultValue = "") String resent) {
        var emails = notifications.undelivered().stream()
                .map(UndeliveredEmails::line)
                .toList();
        return Pages.page("notifications/undelivered", new UndeliveredPage(emails, !resent.isEmpty()));
    }

    @PostMapping(PATH + "/{id}/renvoyer")
    String resend(@PathVariable UUID id) {
        notifications.resend(id);
        return "redirect:" + PATH + "?renvoi=1";
    }

    @PostMapping(PATH + "/renvoyer")
    String resendAll() {
        notifications.resendAll();
        return "redirect:" + PATH + "?renvoi=1";
    }

    private static UndeliveredPage.Line line(UndeliveredEmail email) {
        var next = email.nextAttempt();
        return new UndeliveredPage.Line(
                email.to(),
                email.subject(),
                email.error(),
                email.attempts(),
                French.dateTime(email.createdAt()),
                email.state() == EmailState.DEAD,
                next == null ? "" : French.dateTime(next),
                PATH + "/" + email.id() + "/renvoyer");
    }
}
