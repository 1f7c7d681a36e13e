package fr.parvis.organisation;

import fr.parvis.kernel.Town;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The town, its units and who works in them. */
@Service
public class Organisation implements Town.Source {

    private static final RowMapper<Membership> MEMBERSHIP = (row, number) -> new Membership(
            row.getObject("account", UUID.class),
            row.getString("unit"),
            Membership.Function.valueOf(row.getString("function")),
            row.getString("quality"));

    private final Directory directory;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Organisation(Directory directory, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.events = events;
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
                .query(MEMBERSHIP)
                .list();
    }

    /** The people of a unit. */
    public List<Membership> members(String unit) {
        return jdbc.sql("select account, unit, function, quality from organisation.membership"
                        + " where unit = :unit order by account")
                .param("unit", unit)
                .query(MEMBERSHIP)
                .list();
    }

    /** Gives a person a place in a unit; replaces the one they had there. Publishes {@link Appointed}. */
    @Transactional
    public void appoint(Membership membership) {
        jdbc.sql("""
                        insert into organisation.membership (account, unit, function, quality)
                        values (:account, :unit, :function, :quality)
                        on conflict (account, unit)
                        do update set function = excluded.function, quality = excluded.quality
                        """)
                .param("account", membership.account())
                .param("unit", membership.unit())
                .param("function", membership.function().name())
                .param("quality", membership.quality())
                .update();
        events.publishEvent(new Appointed(membership.account()));
    }

    /** Lets a person run the platform. Publishes {@link Appointed}. */
    @Transactional
    public void makeAdministrator(UUID account) {
        jdbc.sql("insert into organisation.administrator (account) values (:account) on conflict do nothing")
                .param("account", account)
                .update();
        events.publishEvent(new Appointed(account));
    }

    public boolean isAdministrator(UUID account) {
        return jdbc.sql("select exists (select from organisation.administrator where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody runs the platform yet. */
    public boolean hasAdministrator() {
        return jdbc.sql("select exists (select from organisation.administrator)")
                .query(Boolean.class)
                .single();
    }
}
