package fr.parvis.identity.scim.protocol;

import java.util.regex.Pattern;

/**
 * Which part of a resource a patch is about (RFC 7644, section 3.5.2).
 *
 * @param extension the schema of the extension it lies in; empty for the resource itself
 * @param attribute empty for the extension as a whole
 * @param filter which of several values; {@link Filter#none} for all
 * @param part of a value with parts, as {@code givenName}; empty for the whole
 */
record PatchPath(String extension, String attribute, Filter filter, String part) {

    private static final Pattern SCHEMA = Pattern.compile(
            "(?<schema>urn:ietf:params:scim:schemas:(?<kind>core|extension:enterprise):2\\.0:(?:User|Group))"
                    + "(?::(?<rest>.*))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SHAPE = Pattern.compile(
            "(?<attribute>[A-Za-z$][\\w$-]*+)(?:\\[(?<filter>[^\\]]*+)])?(?:\\.(?<part>[A-Za-z$][\\w$-]*+))?");

    static Outcome<PatchPath> parse(String text) {
        var schema = SCHEMA.matcher(text.strip());
        if (!schema.matches()) {
            return parse("", text.strip(), text);
        }
        boolean core = schema.group("kind").equalsIgnoreCase("core");
        var rest = schema.group("rest");
        if (!core && rest == null) {
            return Outcome.done(new PatchPath(schema.group("schema"), "", Filter.none(), ""));
        }
        return parse(core ? "" : schema.group("schema"), rest == null ? "" : rest, text);
    }

    private static Outcome<PatchPath> parse(String extension, String rest, String whole) {
        var shape = SHAPE.matcher(rest);
        if (!shape.matches()) {
            return Outcome.refused(Refusal.path("Le chemin « " + whole + " » n’est pas compris."));
        }
        var part = shape.group("part") == null ? "" : shape.group("part");
        var filter = shape.group("filter");
        return (filter == null ? Outcome.done(Filter.none()) : Filter.parse(filter))
                .map(which -> new PatchPath(extension, shape.group("attribute"), which, part));
    }

    boolean isFiltered() {
        return !filter.comparisons().isEmpty();
    }
}
