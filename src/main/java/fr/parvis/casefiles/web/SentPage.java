package fr.parvis.casefiles.web;

import fr.parvis.casefiles.Filing;
import fr.parvis.kernel.French;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Submission;
import java.util.List;
import java.util.Set;

/**
 * A form that its owner has just sent, shown instead of an empty one.
 *
 * @param again where the button that begins a new request is sent
 * @param typed what was typed in a page left open, which goes into the new request if they begin one
 */
public record SentPage(String title, String reference, String sentAt, String again, List<Typed> typed) {

    /** One thing that was typed. */
    public record Typed(String name, String value) {}

    /** The mark that {@code typed} is sent to begin a new request. */
    static final String AGAIN = "recommencer";

    private static final Set<String> BUTTONS = Set.of("_csrf", "action", AGAIN);

    static SentPage of(Procedure procedure, Filing.Sent sent) {
        return new SentPage(
                procedure.title(),
                sent.reference().value(),
                French.dateTime(sent.at()),
                FillPage.start(procedure.slug()),
                List.of());
    }

    static SentPage of(Procedure procedure, Filing.Sent sent, FormPage page, Submission submission) {
        var typed = submission.values().entrySet().stream()
                .filter(entry -> !BUTTONS.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Typed(entry.getKey(), value)))
                .toList();
        return new SentPage(
                procedure.title(),
                sent.reference().value(),
                French.dateTime(sent.at()),
                FillPage.href(procedure.slug(), page.key()),
                typed);
    }
}
