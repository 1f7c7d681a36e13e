package fr.parvis.notifications;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Town;
import fr.parvis.notifications.Email.Block;
import java.util.stream.Collectors;

/** A message as plain text (RFC 3676 leaves line breaks to the reader: paragraphs are single lines). */
final class EmailText {

    private EmailText() {}

    static String of(Email email, Town town, String portal) {
        var body = email.blocks().stream().map(EmailText::block).collect(Collectors.joining("\n\n"));
        return email.greeting() + "\n\n" + body + "\n\n" + signature(town, portal);
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Text(var text) -> text;
            case Block.Button(var label, var url) -> label + French.NBSP + ":\n" + url;
            case Block.Code(var code) -> "    " + code;
            case Block.Facts(var lines) ->
                lines.entrySet().stream()
                        .map(line -> line.getKey() + French.NBSP + ": " + line.getValue())
                        .collect(Collectors.joining("\n"));
            case Block.Progress(var steps) ->
                steps.stream().map(EmailText::step).collect(Collectors.joining("\n"));
        };
    }

    private static String step(Block.Step step) {
        var mark = switch (step.state()) {
            case "done" -> "[x]";
            case "now", "turn" -> "[>]";
            default -> "[ ]";
        };
        var when = step.when().isBlank() ? "" : " – " + step.when();
        return mark + " " + step.label() + " (" + EmailPage.state(step) + ")" + when;
    }

    private static String signature(Town town, String portal) {
        return """
                --\s
                %s
                %s
                Une question\u00a0? %s, %s
                Ce message est envoyé automatiquement\u00a0: merci de ne pas y répondre.
                """.formatted(town.portalName(), portal, town.phone(), town.phoneHours());
    }
}
