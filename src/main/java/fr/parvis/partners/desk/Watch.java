package fr.parvis.partners.desk;

import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Health;
import java.util.Optional;

/** Looks for one kind of trouble; beans of this type are asked every quarter of an hour for each partner in service. */
public interface Watch {

    /** What is wrong now, if anything is. */
    Optional<Alarm> look(Partner partner, Health health);

    /**
     * Something that somebody must know of a partner.
     *
     * @param kind a word in capitals: a kind is told once a day
     * @param what what happened, in a sentence or two
     */
    record Alarm(String kind, String subject, String what) {}
}
