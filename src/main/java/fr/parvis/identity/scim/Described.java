package fr.parvis.identity.scim;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.PersonName;
import fr.parvis.identity.scim.protocol.Attributes;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the directory says of a person, checked; of all it could say, what we need.
 *
 * @param active empty when it does not say
 */
record Described(
        String userName,
        Optional<String> externalId,
        Optional<String> firstName,
        Optional<String> lastName,
        String email,
        Optional<Boolean> active,
        Optional<String> title,
        Optional<String> department) {

    private static final int LONGEST = 254;

    static Outcome<Described> read(ObjectNode user) {
        var name = Attributes.find(user, "name").orElse(MissingNode.getInstance());
        var enterprise = Attributes.find(user, Resources.ENTERPRISE).orElse(MissingNode.getInstance());
        var active = Attributes.find(user, "active");
        var email = email(user);
        var said = new Described(
                Attributes.text(user, "userName").orElse(""),
                Attributes.text(user, "externalId"),
                Attributes.text(name, "givenName"),
                Attributes.text(name, "familyName"),
                email.orElse(""),
                active.flatMap(Attributes::bool),
                Attributes.text(user, "title"),
                Attributes.text(enterprise, "department"));
        if (active.isPresent() && said.active().isEmpty()) {
            return refused("active doit être true ou false.");
        }
        return said.checked();
    }

    private Outcome<Described> checked() {
        if (userName.isEmpty()) {
            return refused("userName manque.");
        }
        if (Stream.of(Optional.of(userName), externalId, title, department)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            return refused("userName, externalId, title et department ont " + LONGEST
                    + " caractères au plus, sans caractère de contrôle.");
        }
        if (EmailAddress.parse(email).isEmpty()) {
            return refused("Il faut une adresse électronique complète dans emails, ou comme userName.");
        }
        if (!isName(firstName) || !isName(lastName)) {
            return refused("name.givenName et name.familyName doivent être des noms, en lettres.");
        }
        return Outcome.done(this);
    }

    private static boolean isName(Optional<String> name) {
        return name.isEmpty() || name.flatMap(PersonName::parse).isPresent();
    }

    /** The main address, or that of work, or the first, or a userName that is one. */
    private static Optional<String> email(ObjectNode user) {
        var all = Attributes.find(user, "emails").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
        Predicate<JsonNode> main =
                one -> Attributes.find(one, "primary").flatMap(Attributes::bool).orElse(false);
        Predicate<JsonNode> work = one ->
                Attributes.text(one, "type").filter("work"::equalsIgnoreCase).isPresent();
        return Stream.of(main, work, one -> true)
                .flatMap(which -> all.stream().filter(which))
                .flatMap(one -> Attributes.text(one, "value").stream())
                .findFirst()
                .or(() -> Attributes.text(user, "userName"));
    }

    private static Outcome<Described> refused(String reason) {
        return Outcome.refused(Refusal.value(reason));
    }
}
