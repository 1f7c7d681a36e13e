package fr.parvis.identity.scim.protocol;

import fr.parvis.identity.scim.protocol.Patch.Operation;
import fr.parvis.identity.scim.protocol.Patch.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One operation of a patch at work on a resource, as JSON. */
record Change(Operation operation) {

    /** Attributes of our schemas that hold several values. */
    private static final Set<String> SEVERAL = Set.of("emails", "members");

    /** Changes the resource; why not, when it cannot. */
    Optional<Refusal> applyTo(ObjectNode resource) {
        var path = operation.path();
        if (path.attribute().isEmpty()) {
            return whole(resource);
        }
        var holder = path.extension().isEmpty() ? resource : inside(resource, path.extension());
        if (path.isFiltered()) {
            return filtered(holder);
        }
        if (path.part().isEmpty()) {
            change(holder, path.attribute());
            return Optional.empty();
        }
        return part(holder);
    }

    /** An extension as a whole. */
    private Optional<Refusal> whole(ObjectNode resource) {
        var extension = operation.path().extension();
        if (isRemoval()) {
            Attributes.remove(resource, extension);
            return Optional.empty();
        }
        if (!(operation.value() instanceof ObjectNode attributes)) {
            return Optional.of(Refusal.value("La valeur de " + extension + " doit être un objet."));
        }
        Attributes.merge(inside(resource, extension), attributes);
        return Optional.empty();
    }

    private Optional<Refusal> part(ObjectNode holder) {
        var attribute = operation.path().attribute();
        if (isSeveral(attribute)) {
            values(holder).forEach(one -> change(one, operation.path().part()));
            return Optional.empty();
        }
        change(inside(holder, attribute), operation.path().part());
        return Optional.empty();
    }

    /** Those of several values that the filter fits; one is made when a value is added for which there is none yet. */
    private Optional<Refusal> filtered(ObjectNode holder) {
        var path = operation.path();
        var fitting = values(holder).stream().filter(path.filter()::matches).toList();
        if (isRemoval() && path.part().isEmpty()) {
            retain(
                    holder,
                    values(holder).stream()
                            .filter(one -> !fitting.contains(one))
                            .toList());
            return Optional.empty();
        }
        if (!fitting.isEmpty() || isRemoval()) {
            fitting.forEach(this::changeOne);
            return Optional.empty();
        }
        if (!isSeveral(path.attribute())) {
            return Optional.of(Refusal.target("Aucune valeur de " + path.attribute() + " ne correspond au filtre."));
        }
        var made = JsonMapper.shared().createObjectNode();
        path.filter().comparisons().forEach(comparison -> made.set(comparison.attribute(), comparison.value()));
        changeOne(made);
        array(holder).add(made);
        return Optional.empty();
    }

    private void changeOne(ObjectNode one) {
        if (!operation.path().part().isEmpty()) {
            change(one, operation.path().part());
        } else if (operation.value() instanceof ObjectNode attributes) {
            Attributes.merge(one, attributes);
        }
    }

    private void change(ObjectNode holder, String attribute) {
        var value = operation.value();
        if (isRemoval() && value.isArray() && isSeveral(attribute)) {
            remove(holder);
        } else if (isRemoval()) {
            Attributes.remove(holder, attribute);
        } else if (isSeveral(attribute)) {
            put(holder);
        } else if (value instanceof ObjectNode parts) {
            Attributes.merge(inside(holder, attribute), parts);
        } else {
            Attributes.set(holder, attribute, value);
        }
    }

    /** Entra ID removes some members by listing them in the value. */
    private void remove(ObjectNode holder) {
        var named = operation.value().valueStream().map(Change::value).toList();
        retain(
                holder,
                values(holder).stream()
                        .filter(one -> !named.contains(value(one)))
                        .toList());
    }

    private void put(ObjectNode holder) {
        var given =
                operation.value().isArray() ? operation.value().valueStream().toList() : List.of(operation.value());
        if (operation.verb() == Verb.REPLACE) {
            Attributes.remove(holder, operation.path().attribute());
        }
        var values = array(holder);
        var known = values.valueStream().map(Change::value).toList();
        given.stream().filter(one -> !known.contains(value(one))).forEach(values::add);
    }

    private void retain(ObjectNode holder, List<ObjectNode> kept) {
        var array = array(holder);
        array.removeAll();
        kept.forEach(array::add);
    }

    private List<ObjectNode> values(ObjectNode holder) {
        return array(holder)
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The several values of the path's attribute; an empty list is put there when there is none. */
    private ArrayNode array(ObjectNode holder) {
        var attribute = operation.path().attribute();
        return Attributes.find(holder, attribute)
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .orElseGet(() -> holder.putArray(Attributes.spelling(holder, attribute)));
    }

    private static ObjectNode inside(ObjectNode holder, String attribute) {
        return Attributes.find(holder, attribute)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> holder.putObject(Attributes.spelling(holder, attribute)));
    }

    /** What tells one of several values from the others. */
    private static String value(JsonNode one) {
        return one.isObject() ? Attributes.text(one, "value").orElse("") : one.asString();
    }

    private boolean isRemoval() {
        return operation.verb() == Verb.REMOVE || operation.value().isNull();
    }

    private static boolean isSeveral(String attribute) {
        return SEVERAL.stream().anyMatch(attribute::equalsIgnoreCase);
    }
}
