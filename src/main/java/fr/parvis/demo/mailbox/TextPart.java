package fr.parvis.demo.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a message's text: a web address, to be shown as a link, or what stands between two of them. */
public record TextPart(String text, boolean link) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    static List<TextPart> split(String text) {
        var parts = new ArrayList<TextPart>();
        var addresses = ADDRESS.matcher(text);
        int end = 0;
        while (addresses.find()) {
            parts.add(new TextPart(text.substring(end, addresses.start()), false));
            parts.add(new TextPart(addresses.group(), true));
            end = addresses.end();
        }
        parts.add(new TextPart(text.substring(end), false));
        return List.copyOf(parts);
    }
}
