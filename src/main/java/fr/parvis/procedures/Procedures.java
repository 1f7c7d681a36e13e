package fr.parvis.procedures;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The procedures of the town. */
@Service
public class Procedures {

    /** The version of this procedure that people start now; empty when there is no such procedure. */
    public Optional<Procedure> current(String slug) {
        throw new UnsupportedOperationException();
    }

    /** The version a case was filed under. */
    public Procedure version(String slug, int version) {
        throw new UnsupportedOperationException();
    }

    /** Every procedure that people can start, by title. */
    public Collection<Procedure> all() {
        throw new UnsupportedOperationException();
    }
}
