package fr.parvis.organisation;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The town and its units as the database keeps them, held in memory because every page names them. */
@Component
class Directory {

    /** The town and its units, by id, at one moment. */
    record Content(Town town, Map<String, Unit> units) {}

    private final JdbcClient jdbc;
    private volatile Content content;

    Directory(JdbcClient jdbc, TransactionTemplate transaction, Settings settings) {
        this.jdbc = jdbc;
        this.content = transaction.execute(status -> {
            if (town().isEmpty()) {
                write(TownDocument.read(settings));
            }
            return read();
        });
    }

    Content content() {
        return content;
    }

    /** Reads the database again; for whatever changes the town or its units. */
    void reload() {
        content = read();
    }

    private Content read() {
        Map<String, Unit> units = new LinkedHashMap<>();
        jdbc.sql("select id, name, phone, email, address, hours from organisation.unit order by position")
                .query(Unit.class)
                .list()
                .forEach(unit -> units.put(unit.id(), unit));
        return new Content(town().orElseThrow(), units);
    }

    private Optional<Town> town() {
        return jdbc.sql("""
                        select name, portal_name, tagline, phone, phone_hours, address, postcode, city, email, dpo_email,
                               publication_director, host
                        from organisation.town
                        """).query(Town.class).optional();
    }

    private void write(TownDocument document) {
        // two copies of the program may start together on an empty database: the first one writes
        int written = jdbc.sql("""
                        insert into organisation.town (name, portal_name, tagline, phone, phone_hours, address, postcode,
                                                       city, email, dpo_email, publication_director, host)
                        values (:name, :portalName, :tagline, :phone, :phoneHours, :address, :postcode,
                                :city, :email, :dpoEmail, :publicationDirector, :host)
                        on conflict do nothing
                        """).paramSource(document.town()).update();
        if (written == 1) {
            for (int position = 0; position < document.units().size(); position++) {
                write(document.units().get(position), position);
            }
        }
    }

    private void write(Unit unit, int position) {
        jdbc.sql("""
                        insert into organisation.unit (id, name, phone, email, address, hours, position)
                        values (:id, :name, :phone, :email, :address, :hours, :position)
                        """)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("phone", unit.phone())
                .param("email", unit.email())
                .param("address", unit.address())
                .param("hours", unit.hours())
                .param("position", position)
                .update();
    }
}
