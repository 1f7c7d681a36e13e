package fr.parvis.identity.scim.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of a resource or of one of several values: comparisons, all of them (RFC 7644, section 3.4.2.2). */
public record Filter(List<Comparison> comparisons) {

    private static final int LONGEST = 1_000;

    private static final Pattern COMPARISON = Pattern.compile(
            "\\s*(?<attribute>[A-Za-z][\\w:.$-]*+)\\s++(?<operator>[A-Za-z]{2})\\s++"
                    + "(?<value>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|true|false)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AND = Pattern.compile("and\\s", Pattern.CASE_INSENSITIVE);

    public Filter {
        comparisons = List.copyOf(comparisons);
    }

    /** How an attribute is compared. */
    public enum Operator {
        EQ,
        GT,
        GE
    }

    /** One comparison; the attribute without its schema, in lower case. */
    public record Comparison(String attribute, Operator operator, JsonNode value) {

        /** The value as text; "true" or "false" for a boolean. */
        public String text() {
            return value.asString();
        }

        boolean holds(JsonNode resource) {
            return holds(resource, attribute);
        }

        /** "members.value" is found inside of "members"; of several values, one that fits is enough. */
        private boolean holds(JsonNode at, String name) {
            if (at.isArray()) {
                return at.valueStream().anyMatch(one -> holds(one, name.isEmpty() ? "value" : name));
            }
            if (name.isEmpty()) {
                return fits(at);
            }
            var dot = name.indexOf('.');
            var rest = dot < 0 ? "" : name.substring(dot + 1);
            return Attributes.find(at, dot < 0 ? name : name.substring(0, dot))
                    .filter(found -> holds(found, rest))
                    .isPresent();
        }

        private boolean fits(JsonNode found) {
            int order = found.asString().compareToIgnoreCase(text());
            return switch (operator) {
                case EQ -> order == 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }
    }

    /** The filter that everything fits. */
    public static Filter none() {
        return new Filter(List.of());
    }

    public boolean matches(JsonNode resource) {
        return comparisons.stream().allMatch(comparison -> comparison.holds(resource));
    }

    public static Outcome<Filter> parse(String text) {
        if (text.length() > LONGEST) {
            return Outcome.refused(Refusal.filter("Le filtre dépasse " + LONGEST + " caractères."));
        }
        List<Comparison> comparisons = new ArrayList<>();
        var matcher = COMPARISON.matcher(text);
        int at = 0;
        while (true) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                return unreadable(text.substring(at));
            }
            var operator = operator(matcher.group("operator"));
            var value = value(matcher.group("value"));
            if (operator.isEmpty() || value.isEmpty()) {
                return unreadable(text.substring(at));
            }
            comparisons.add(new Comparison(plain(matcher.group("attribute")), operator.get(), value.get()));
            at = matcher.end();
            if (at == text.length()) {
                return Outcome.done(new Filter(comparisons));
            }
            var and = AND.matcher(text).region(at, text.length());
            if (!and.lookingAt()) {
                return unreadable(text.substring(at));
            }
            at = and.end();
        }
    }

    private static Outcome<Filter> unreadable(String rest) {
        return Outcome.refused(Refusal.filter("Le filtre n’est pas compris à partir de « " + rest
                + " ». Sont compris eq, gt et ge, réunis par and."));
    }

    private static Optional<Operator> operator(String name) {
        return List.of(Operator.values()).stream()
                .filter(operator -> operator.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A text with NUL is none that could be found. */
    private static Optional<JsonNode> value(String json) {
        try {
            var value = JsonMapper.shared().readTree(json.startsWith("\"") ? json : json.toLowerCase(Locale.ROOT));
            return Optional.of(value).filter(read -> read.asString().indexOf('\0') < 0);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static String plain(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
