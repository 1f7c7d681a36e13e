package fr.parvis.partners.contract;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What can be kept and shown of somebody else's words: no control characters, no halves of characters. */
public final class Legible {

    private static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    /** Whether this is a name that can be kept: all on one line. */
    public static boolean isName(String words) {
        return words.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c));
    }

    /** The words, with a mark in place of each character that can be neither kept nor shown. */
    public static String text(String words) {
        return words.codePoints().allMatch(Legible::isOfText)
                ? words
                : words.codePoints()
                        .map(c -> isOfText(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Where the first name or text stands that cannot be kept (RFC 6901); null when there is none. */
    public static @Nullable String flaw(JsonNode node) {
        if (node.isString()) {
            return node.asString().codePoints().allMatch(Legible::isOfText) ? null : "";
        }
        for (var member : node.properties()) {
            var flaw = isName(member.getKey()) ? flaw(member.getValue()) : "";
            if (flaw != null) {
                return "/" + member.getKey() + flaw;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            var flaw = flaw(node.get(i));
            if (flaw != null) {
                return "/" + i + flaw;
            }
        }
        return null;
    }

    /** Lines may be broken, and lists of others' systems have tabs. */
    private static boolean isOfText(int c) {
        return c == '\n' || c == '\r' || c == '\t' || !(Character.isISOControl(c) || isHalf(c));
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
