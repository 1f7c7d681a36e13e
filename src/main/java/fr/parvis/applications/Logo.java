package fr.parvis.applications;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
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

    private static final int WIDEST = 2_000;
    private static final int WEBP_HEADER = 20;

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
            return Optional.of("image/png").filter(type -> isDrawn(content));
        }
        if (begins(content, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of("image/jpeg").filter(type -> isDrawn(content));
        }
        return isWebP(content) ? Optional.of("image/webp") : Optional.empty();
    }

    /** Read to the end, its size first: a small file may unfold into a picture that fills the memory. */
    private static boolean isDrawn(byte[] content) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            reader.setInput(input);
            boolean drawn = reader.getWidth(0) <= WIDEST && reader.getHeight(0) <= WIDEST && reader.read(0) != null;
            reader.dispose();
            return drawn;
        } catch (IOException | RuntimeException broken) { // readers throw both
            return false;
        }
    }

    /** RFC 9649: the length that it declares is its own, and one of three kinds of pictures comes first. */
    private static boolean isWebP(byte[] content) {
        return begins(content, 0, 'R', 'I', 'F', 'F')
                && begins(content, 8, 'W', 'E', 'B', 'P', 'V', 'P', '8')
                && content.length > WEBP_HEADER
                && ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(4) == content.length - 8
                && (content[15] == ' ' || content[15] == 'L' || content[15] == 'X');
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
