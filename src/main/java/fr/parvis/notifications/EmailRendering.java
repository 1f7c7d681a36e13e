package fr.parvis.notifications;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The two forms of a message: text for those who read text, HTML without picture, script or tracking. */
@Component
class EmailRendering {

    private final TemplateEngine engine;
    private final ObjectProvider<Town.Source> town;
    private final Settings settings;

    EmailRendering(TemplateEngine engine, ObjectProvider<Town.Source> town, Settings settings) {
        this.engine = engine;
        this.town = town;
        this.settings = settings;
    }

    String text(Email email) {
        return EmailText.of(email, town.getObject().town(), settings.url("/"));
    }

    String html(Email email) {
        var output = new StringOutput();
        var page = new EmailPage(email, town.getObject().town(), settings.url("/"));
        engine.render("notifications/email.jte", Map.of("page", page), output);
        return output.toString().strip();
    }
}
