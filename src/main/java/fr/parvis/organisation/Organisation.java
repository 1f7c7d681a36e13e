package fr.parvis.organisation;

import fr.parvis.kernel.Town;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The town, its units and who works in them. */
@Service
public class Organisation implements Town.Source {

    @Override
    public Town town() {
        throw new UnsupportedOperationException();
    }

    public List<Unit> units() {
        throw new UnsupportedOperationException();
    }

    /** The unit of this id; throws when there is none, for ids come from checked procedures. */
    public Unit unit(String id) {
        throw new UnsupportedOperationException();
    }

    public List<Membership> memberships(UUID account) {
        throw new UnsupportedOperationException();
    }

    /** The people of a unit. */
    public List<Membership> members(String unit) {
        throw new UnsupportedOperationException();
    }

    /** Gives a person a place in a unit; replaces the one they had there. */
    public void appoint(Membership membership) {
        throw new UnsupportedOperationException();
    }

    public void makeAdministrator(UUID account) {
        throw new UnsupportedOperationException();
    }

    public boolean isAdministrator(UUID account) {
        throw new UnsupportedOperationException();
    }
}
