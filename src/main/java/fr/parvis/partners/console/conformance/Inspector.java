package fr.parvis.partners.console.conformance;

import fr.parvis.partners.Partner;
import java.time.Instant;
import java.util.List;

/** Looks at what a partner did in a run; beans of this type are asked one after the other, in {@code @Order}. */
public interface Inspector {

    /** What was seen of this run until that moment. */
    List<Check> inspect(Partner partner, Run run, Instant until);
}
