package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Holds a change to the version it was made from, when the call names it (RFC 7644, section 3.14). */
final class Versions {

    private static final Refusal STALE = Refusal.of(
            HttpStatus.PRECONDITION_FAILED, "La ressource a changé depuis : relisez-la, puis recommencez (If-Match).");

    private Versions() {}

    static Outcome<ObjectNode> match(HttpServletRequest request, ObjectNode resource) {
        var asked = request.getHeader(HttpHeaders.IF_MATCH);
        var version = opaque(resource.at("/meta/version").asString());
        boolean current = asked == null
                || Stream.of(asked.split(","))
                        .map(Versions::opaque)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(version));
        return current ? Outcome.done(resource) : Outcome.refused(STALE);
    }

    /** Weak and strong tags compare alike: what we make of a resource is all there is of it. */
    private static String opaque(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }
}
