package fr.parvis.partners.desk;

import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Health;
import java.util.Optional;

/** Looks for one kind of trouble; beans of this type are asked every quarter of an hour for each partner in service. */
public interface Watch {

    /** What is wrong now, if anything is. */
    Optional<Alarm> look(Partner partner, Health health);
}
