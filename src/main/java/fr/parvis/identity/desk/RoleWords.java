package fr.parvis.identity.desk;

import fr.parvis.identity.Person;
import fr.parvis.kernel.French;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.StaffEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Places, offices and what was decided about them, in French. */
@Component
class RoleWords {

    private static final Map<String, String> NAMES = Map.of(
            Function.AGENT.name(), "Agent",
            Function.HEAD_OF_UNIT.name(), "Responsable",
            Office.ADMINISTRATOR.name(), "Administration de la plateforme",
            Office.DESIGNER.name(), "Conception des démarches",
            Office.DPO.name(), "Protection des données (DPO)",
            Office.ELECTED.name(), "Élu");

    private final Organisation organisation;

    RoleWords(Organisation organisation) {
        this.organisation = organisation;
    }

    static String of(Office office) {
        return NAMES.getOrDefault(office.name(), office.name());
    }

    /** "Voirie, responsable (Cheffe de service)". */
    String of(Membership place) {
        var leads = place.function() == Function.HEAD_OF_UNIT ? ", responsable" : "";
        return unit(place.unit()) + leads + " (" + place.quality() + ")";
    }

    /** @param people those who decided, as far as they still have an account */
    String of(StaffEvent event, Map<UUID, Person> people) {
        var by = event.by().map(account -> " par " + who(account, people)).orElse("");
        return French.dateTime(event.at()) + French.NBSP + ": " + what(event) + by + ".";
    }

    private static String who(UUID account, Map<UUID, Person> people) {
        return account.equals(StaffEvent.DIRECTORY)
                ? "l’annuaire de la ville"
                : Optional.ofNullable(people.get(account))
                        .map(Person::fullName)
                        .orElse("une personne dont le compte est supprimé");
    }

    private String what(StaffEvent event) {
        var role = name(event.role().orElse(""))
                + event.unit().map(unit -> ", " + unit(unit)).orElse("")
                + (event.quality().isEmpty() ? "" : " (" + event.quality() + ")");
        return switch (event.kind()) {
            case GIVEN -> role + ", rôle donné";
            case WITHDRAWN -> role + ", rôle retiré";
            case FACTORS_RESET -> "deuxième étape de connexion à réinstaller, décidé";
        };
    }

    /** A unit may have been abolished since. */
    private String unit(String id) {
        return organisation.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(unit -> unit.name())
                .orElse(id);
    }

    private static String name(String role) {
        return NAMES.getOrDefault(role, role);
    }
}
