package fr.parvis.identity.scim.protocol;

import fr.parvis.kernel.French;
import org.springframework.http.HttpStatus;

/**
 * Why a call is refused (RFC 7644, section 3.12).
 *
 * @param type the standard's word for it; empty when it has none
 * @param reason in French: those who look after the town's directory read it in its log and on our page
 */
public record Refusal(HttpStatus status, String type, String reason) {

    public Refusal {
        reason = French.typeset(reason);
    }

    public static Refusal syntax(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalidSyntax", reason);
    }

    public static Refusal filter(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalidFilter", reason);
    }

    public static Refusal path(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalidPath", reason);
    }

    public static Refusal value(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalidValue", reason);
    }

    public static Refusal target(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "noTarget", reason);
    }

    public static Refusal mutability(String reason) {
        return new Refusal(HttpStatus.BAD_REQUEST, "mutability", reason);
    }

    public static Refusal uniqueness(String reason) {
        return new Refusal(HttpStatus.CONFLICT, "uniqueness", reason);
    }

    /** What the standard has no word for. */
    public static Refusal of(HttpStatus status, String reason) {
        return new Refusal(status, "", reason);
    }
}
