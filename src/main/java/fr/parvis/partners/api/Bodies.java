package fr.parvis.partners.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of calls: read whole, because a signature covers every byte, but not without end. */
public final class Bodies {

    private static final int LARGEST = 5_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /** The body, byte for byte. */
    public static byte[] read(HttpServletRequest request) throws IOException, ProblemException {
        return read(request, LARGEST);
    }

    /** The body, byte for byte, of {@code largest} bytes at most. */
    public static byte[] read(HttpServletRequest request, int largest) throws IOException, ProblemException {
        var body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "Envoyez " + largest / 1_000_000 + " mégaoctets au plus à la fois.");
        }
        return body;
    }

    /** The body as JSON. */
    public static JsonNode tree(byte[] body) throws ProblemException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-json",
                    place == null
                            ? "Le corps n’est pas du JSON que nous lisions : ses objets s’emboîtent trop profondément."
                            : "Le corps n’est pas du JSON : ligne " + place.getLineNr() + ", colonne "
                                    + place.getColumnNr() + ".");
        }
    }
}
