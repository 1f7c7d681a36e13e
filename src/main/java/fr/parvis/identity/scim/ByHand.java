package fr.parvis.identity.scim;

import fr.parvis.organisation.Appointed;
import fr.parvis.organisation.Dismissed;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Organisation;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the directory what administrators decide in the desk, and holds to it: a place they withdrew does not return by itself. */
@Component
class ByHand {

    private final UserTable users;
    private final PlaceTable places;
    private final Organisation organisation;

    ByHand(UserTable users, PlaceTable places, Organisation organisation) {
        this.users = users;
        this.places = places;
        this.organisation = organisation;
    }

    @EventListener
    void on(Appointed appointed) {
        users.show(appointed.account());
    }

    /** Who leaves because the directory says so, and is noted as away before, finds their places again if they return. */
    @EventListener
    void on(Dismissed dismissed) {
        var account = dismissed.account();
        if (users.byAccount(account).filter(DirectoryUser::active).isPresent()) {
            var held = organisation.memberships(account).stream()
                    .map(Membership::unit)
                    .collect(Collectors.toSet());
            places.units(account).stream()
                    .filter(unit -> !held.contains(unit))
                    .forEach(unit -> places.delete(account, unit));
        }
        if (dismissed.gone()) {
            users.hide(account);
        }
    }
}
