package fr.parvis.identity.scim.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON object that a call brings. */
public final class Body {

    /** RFC 7644, section 8.1. */
    public static final MediaType SCIM = MediaType.valueOf("application/scim+json");

    /** A group of ten thousand people weighs less. */
    private static final int LARGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private Body() {}

    public static Outcome<ObjectNode> read(HttpServletRequest request) {
        if (!isJson(request)) {
            return Outcome.refused(Refusal.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Le corps doit être annoncé en application/scim+json ou application/json."));
        }
        try {
            var bytes = request.getInputStream().readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? Outcome.refused(Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "Le corps dépasse 1 Mo."))
                    : parse(bytes);
        } catch (IOException broken) {
            return Outcome.refused(Refusal.syntax("Le corps n’est pas arrivé en entier."));
        }
    }

    private static Outcome<ObjectNode> parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object
                    ? Outcome.done(object)
                    : Outcome.refused(Refusal.syntax("Le corps doit être un objet JSON."));
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            return Outcome.refused(Refusal.syntax("Le corps n’est pas du JSON valide, ligne "
                    + (at == null ? 1 : at.getLineNr()) + ", colonne " + (at == null ? 1 : at.getColumnNr()) + "."));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getContentType())
                    .map(MediaType::parseMediaType)
                    .filter(type -> type.isCompatibleWith(SCIM) || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                    .isPresent();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
