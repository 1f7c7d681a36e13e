package fr.parvis.applications;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * What people recognise an application by.
 *
 * @param type the media type of its content, found in the content itself
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Logo(String type, byte[] content) {

    /** In bytes. */
    public static final int LARGEST = 100_000;

    /** Where everybody can see an application's logo. */
    public static String path(Application application) {
        return "/applications/" + application.id() + "/logo";
    }

    /** For an application that has none: its initial. */
    static Logo initial(Application application) {
        var name = application.name().strip();
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        var drawing = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
                <rect width="48" height="48" rx="8" fill="#0b5c7d"/>
                <text x="24" y="33" font-family="sans-serif" font-size="26" text-anchor="middle" fill="#fff">%s</text>
                </svg>
                """.formatted(HtmlUtils.htmlEscape(first, "UTF-8"));
        return new Logo("image/svg+xml", drawing.getBytes(StandardCharsets.UTF_8));
    }

    /** The type of a picture made of dots; drawings could hold programs. */
    static Optional<String> typeOf(byte[] content) {
        if (begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of("image/png");
        }
        if (begins(content, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of("image/jpeg");
        }
        return begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] content, int offset, int... expected) {
        if (content.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content[offset + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
