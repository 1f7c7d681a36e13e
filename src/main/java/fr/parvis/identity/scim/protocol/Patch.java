package fr.parvis.identity.scim.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to a resource, one after the other (RFC 7644, section 3.5.2). Read with patience: Entra ID capitalises
 * operations, and both it and Okta put the attributes of a change without path in its value.
 */
public record Patch(List<Operation> operations) {

    private static final int MOST = 1_000;

    public Patch {
        operations = List.copyOf(operations);
    }

    /** What a change does. */
    enum Verb {
        ADD,
        REPLACE,
        REMOVE
    }

    /** One change at one place. */
    record Operation(Verb verb, PatchPath path, JsonNode value) {}

    public static Outcome<Patch> read(ObjectNode body) {
        var listed = Attributes.find(body, "Operations").filter(JsonNode::isArray);
        if (listed.isEmpty() || listed.get().isEmpty() || listed.get().size() > MOST) {
            return Outcome.refused(
                    Refusal.syntax("« Operations » doit être une liste de 1 à " + MOST + " changements."));
        }
        List<Operation> operations = new ArrayList<>();
        for (var one : listed.get()) {
            switch (operations(one)) {
                case Outcome.Done<List<Operation>>(var read) -> operations.addAll(read);
                case Outcome.Refused<List<Operation>>(var refusal) -> {
                    return Outcome.refused(refusal);
                }
            }
        }
        return Outcome.done(new Patch(operations));
    }

    /** The resource changed; the one given stays as it is. */
    public Outcome<ObjectNode> applyTo(ObjectNode resource) {
        var changed = resource.deepCopy();
        for (var operation : operations) {
            var refusal = new Change(operation).applyTo(changed);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
        }
        return Outcome.done(changed);
    }

    private static Outcome<List<Operation>> operations(JsonNode one) {
        var verb = verb(Attributes.text(one, "op").orElse(""));
        if (verb.isEmpty()) {
            return Outcome.refused(Refusal.syntax("« op » doit être add, replace ou remove."));
        }
        var value = value(one);
        var path = Attributes.text(one, "path");
        if (path.isPresent()) {
            return operation(verb.get(), path.get(), value).map(List::of);
        }
        if (verb.get() == Verb.REMOVE) {
            return Outcome.refused(Refusal.target("« remove » demande un chemin (path)."));
        }
        if (!(value instanceof ObjectNode attributes)) {
            return Outcome.refused(Refusal.value("Sans chemin (path), la valeur doit être un objet."));
        }
        return each(verb.get(), attributes);
    }

    /** Names in the value may be paths themselves: "name.givenName". */
    private static Outcome<List<Operation>> each(Verb verb, ObjectNode attributes) {
        Outcome<List<Operation>> read = Outcome.done(List.of());
        for (var attribute : attributes.properties()) {
            read = read.then(before -> operation(verb, attribute.getKey(), attribute.getValue())
                    .map(next -> {
                        List<Operation> all = new ArrayList<>(before);
                        all.add(next);
                        return all;
                    }));
        }
        return read;
    }

    private static Outcome<Operation> operation(Verb verb, String path, JsonNode value) {
        return PatchPath.parse(path)
                .then(read -> value.isMissingNode() && verb != Verb.REMOVE
                        ? Outcome.refused(Refusal.value("Il manque la valeur (value) de « " + path + " »."))
                        : Outcome.done(new Operation(verb, read, value)));
    }

    /** A null that is written says that nothing shall be there. */
    private static JsonNode value(JsonNode one) {
        return Optional.ofNullable(one.get(Attributes.spelling(one, "value"))).orElse(MissingNode.getInstance());
    }

    private static Optional<Verb> verb(String name) {
        return List.of(Verb.values()).stream()
                .filter(verb -> verb.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
