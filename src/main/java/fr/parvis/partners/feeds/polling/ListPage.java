package fr.parvis.partners.feeds.polling;

import fr.parvis.applications.GuardedClient.Answer;
import fr.parvis.partners.feeds.Row;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a partner's list.
 *
 * @param next the page after it; null when it is the last
 * @param cursor up to where it goes, by the partner's word; null when the partner has none
 */
record ListPage(
        List<Row> rows, @Nullable URI next, @Nullable String cursor) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LEGIBLE = Pattern.compile("[^\\p{Cntrl}]{1,1000}");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>[^,]*;\\s*rel=\"?next\"?");

    /** @throws IOException saying in French what is wrong with the answer */
    static ListPage of(Poll poll, URI address, Answer answer) throws IOException {
        var tree = tree(answer.body());
        var list = poll.list().isEmpty() ? tree : tree.at(poll.list());
        if (!list.isArray()) {
            throw new IOException("il n’y a pas de liste à « " + poll.list() + " » dans la réponse");
        }
        List<Row> rows = new ArrayList<>();
        for (var record : list) {
            rows.add(new Row(rows.size() + 1, record, null));
        }
        return new ListPage(rows, next(poll, address, answer, tree), cursor(poll, tree));
    }

    private static @Nullable String cursor(Poll poll, JsonNode tree) throws IOException {
        var cursor = text(tree, poll.cursorAt());
        if (cursor != null && !LEGIBLE.matcher(cursor).matches()) {
            throw new IOException("la position à « " + poll.cursorAt()
                    + " » a un caractère de contrôle, ou plus de 1 000 caractères");
        }
        return cursor;
    }

    private static JsonNode tree(String body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new IOException("la réponse n’est pas du JSON", malformed);
        }
    }

    /** Elsewhere than at the partner's, a next page would be given its secret. */
    private static @Nullable URI next(Poll poll, URI address, Answer answer, JsonNode tree) throws IOException {
        var link = poll.next() == null ? linked(answer) : Optional.ofNullable(text(tree, poll.next()));
        if (link.isEmpty()) {
            return null;
        }
        try {
            var next = resolve(address, link.get());
            if (!origin(next).equals(origin(address))) {
                throw new IOException("la page suivante est sur un autre site");
            }
            return next;
        } catch (IllegalArgumentException malformed) {
            throw new IOException("l’adresse de la page suivante n’en est pas une", malformed);
        }
    }

    /** By RFC 3986 (5.2.2), where Java has the last segment of the path dropped before a query that stands alone. */
    private static URI resolve(URI address, String link) {
        return link.startsWith("?") ? URI.create(origin(address) + address.getRawPath() + link) : address.resolve(link);
    }

    private static Optional<String> linked(Answer answer) {
        return answer.headers().allValues("Link").stream()
                .flatMap(header -> NEXT.matcher(header).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static @Nullable String text(JsonNode tree, @Nullable String pointer) {
        var node = pointer == null ? null : tree.at(pointer);
        return node == null
                        || !node.isValueNode()
                        || node.isNull()
                        || node.asString().isBlank()
                ? null
                : node.asString();
    }
}
