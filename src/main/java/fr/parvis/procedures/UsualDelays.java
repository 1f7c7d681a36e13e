package fr.parvis.procedures;

import java.util.Optional;

/** What experience says of a procedure's delay; offered by the module that handles its cases. */
public interface UsualDelays {

    /** The usual delay in words, "entre 2 et 4 jours"; empty when there is too little to know. */
    Optional<String> of(String slug);
}
