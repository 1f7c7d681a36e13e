package fr.parvis.identity.scim;

import fr.parvis.identity.scim.protocol.Attributes;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The units of the town as the directory's groups; which there are and what they are called is decided here. */
@Service
class Groups {

    private final UserTable users;
    private final PlaceTable table;
    private final Places places;
    private final UnitNames units;
    private final Organisation organisation;

    Groups(UserTable users, PlaceTable table, Places places, UnitNames units, Organisation organisation) {
        this.users = users;
        this.table = table;
        this.places = places;
        this.units = units;
        this.organisation = organisation;
    }

    /** Those who work in a unit, and those who would if they were not away. */
    List<DirectoryUser> members(Unit unit) {
        var here = organisation.members(unit.id()).stream().map(Membership::account);
        return users.byAccounts(Stream.concat(here, table.accounts(unit.id()).stream())
                .distinct()
                .toList());
    }

    /** Makes the people of a unit those whom the directory lists; called within {@link Writes}. */
    Outcome<Unit> replace(Unit unit, ObjectNode said) {
        boolean renamed = Attributes.text(said, "displayName")
                .filter(name -> !units.named(name).equals(Optional.of(unit)))
                .isPresent();
        if (renamed) {
            return Outcome.refused(Refusal.mutability(
                    "Les services portent le nom qu’ils ont dans Parvis : « " + unit.name() + " »."));
        }
        return listed(said).map(wanted -> {
            var present = new HashSet<>(members(unit));
            present.stream().filter(user -> !wanted.contains(user)).forEach(user -> withdraw(user, unit));
            wanted.stream().filter(user -> !present.contains(user)).forEach(user -> give(user, unit));
            return unit;
        });
    }

    private void withdraw(DirectoryUser user, Unit unit) {
        places.withdraw(user.account(), unit.id());
    }

    private void give(DirectoryUser user, Unit unit) {
        places.want(user.account(), unit.id());
        if (user.active()) {
            places.settle(user, user.profile().quality());
        }
    }

    private Outcome<Set<DirectoryUser>> listed(ObjectNode said) {
        Set<DirectoryUser> listed = new LinkedHashSet<>();
        var members = Attributes.find(said, "members").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
        for (var member : members) {
            var value = Attributes.text(member, "value").orElse("");
            var user = Resources.id(value).flatMap(users::find);
            if (user.isEmpty()) {
                return Outcome.refused(Refusal.value("Personne n’a l’identifiant « " + value + " » dans Parvis."));
            }
            listed.add(user.get());
        }
        return Outcome.done(listed);
    }
}
