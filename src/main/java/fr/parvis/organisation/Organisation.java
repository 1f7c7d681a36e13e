package fr.parvis.organisation;

import fr.parvis.kernel.Town;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The town, its units and who works in them. */
@Service
public class Organisation implements Town.Source {

    private final Directory directory;
    private final JdbcClient jdbc;
    private final Roles roles;

    Organisation(Directory directory, JdbcClient jdbc, Roles roles) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.roles = roles;
    }

    @Override
    public Town town() {
        return directory.content().town();
    }

    /** Every unit, in the order the town lists them. */
    public List<Unit> units() {
        return List.copyOf(directory.content().units().values());
    }

    /** The unit of this id; throws when there is none, for ids come from checked procedures. */
    public Unit unit(String id) {
        var unit = directory.content().units().get(id);
        if (unit == null) {
            throw new IllegalArgumentException("no such unit: " + id);
        }
        return unit;
    }

    public List<Membership> memberships(UUID account) {
        return jdbc.sql("select account, unit, function, quality from organisation.membership"
                        + " where account = :account order by unit")
                .param("account", account)
                .query(RoleTable.MEMBERSHIP)
                .list();
    }

    /** The people of a unit. */
    public List<Membership> members(String unit) {
        return jdbc.sql("select account, unit, function, quality from organisation.membership"
                        + " where unit = :unit order by account")
                .param("unit", unit)
                .query(RoleTable.MEMBERSHIP)
                .list();
    }

    /** Gives a person a place in a unit, by the program itself; see {@link Roles#appoint}. */
    public void appoint(Membership membership) {
        roles.appoint(membership, null);
    }

    /** Lets a person run the platform, by the program itself; see {@link Roles#give}. */
    public void makeAdministrator(UUID account) {
        roles.give(account, Office.ADMINISTRATOR, null);
    }

    public boolean isAdministrator(UUID account) {
        return jdbc.sql(
                        "select exists (select from organisation.office where account = :account and office = 'ADMINISTRATOR')")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody runs the platform yet. */
    public boolean hasAdministrator() {
        return jdbc.sql("select exists (select from organisation.office where office = 'ADMINISTRATOR')")
                .query(Boolean.class)
                .single();
    }
}
