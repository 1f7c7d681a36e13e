package fr.parvis.organisation;

import fr.parvis.organisation.Membership.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places in units and offices, as rows. */
@Repository
class RoleTable {

    static final RowMapper<Membership> MEMBERSHIP = (row, number) -> new Membership(
            row.getObject("account", UUID.class),
            row.getString("unit"),
            Function.valueOf(row.getString("function")),
            row.getString("quality"));

    private final JdbcClient jdbc;

    RoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(UUID id, UUID account) {}

    private static final RowMapper<Named> NAMED =
            (row, number) -> new Named(row.getObject(1, UUID.class), row.getObject(2, UUID.class));

    private record Held(UUID account, Office office) {}

    List<Colleague> colleagues() {
        return withRoles(jdbc.sql("select id, account from organisation.colleague")
                        .query(NAMED)
                        .list())
                .stream()
                .filter(Colleague::isHere)
                .toList();
    }

    Optional<Colleague> find(UUID id) {
        return withRoles(jdbc.sql("select id, account from organisation.colleague where id = :id")
                        .param("id", id)
                        .query(NAMED)
                        .list())
                .stream()
                .findFirst();
    }

    /** How addresses name this person, who works for the town. */
    UUID colleague(UUID account) {
        jdbc.sql("insert into organisation.colleague (account) values (:account) on conflict do nothing")
                .param("account", account)
                .update();
        return jdbc.sql("select id from organisation.colleague where account = :account")
                .param("account", account)
                .query(UUID.class)
                .single();
    }

    void insert(Membership place) {
        jdbc.sql("""
                        insert into organisation.membership (account, unit, function, quality)
                        values (:account, :unit, :function, :quality)
                        on conflict (account, unit)
                        do update set function = excluded.function, quality = excluded.quality
                        """)
                .param("account", place.account())
                .param("unit", place.unit())
                .param("function", place.function().name())
                .param("quality", place.quality())
                .update();
    }

    boolean insert(UUID account, Office office) {
        return jdbc.sql("insert into organisation.office (account, office) values (:account, :office)"
                                + " on conflict do nothing")
                        .param("account", account)
                        .param("office", office.name())
                        .update()
                == 1;
    }

    List<Membership> deletePlaces(UUID account) {
        return jdbc.sql("delete from organisation.membership where account = :account"
                        + " returning account, unit, function, quality")
                .param("account", account)
                .query(MEMBERSHIP)
                .list();
    }

    List<Office> deleteOffices(UUID account) {
        return jdbc.sql("delete from organisation.office where account = :account returning office")
                .param("account", account)
                .query((row, number) -> Office.valueOf(row.getString(1)))
                .list();
    }

    Optional<Membership> delete(UUID account, String unit) {
        return jdbc.sql("delete from organisation.membership where account = :account and unit = :unit"
                        + " returning account, unit, function, quality")
                .param("account", account)
                .param("unit", unit)
                .query(MEMBERSHIP)
                .optional();
    }

    boolean delete(UUID account, Office office) {
        return jdbc.sql("delete from organisation.office where account = :account and office = :office")
                        .param("account", account)
                        .param("office", office.name())
                        .update()
                == 1;
    }

    /** Locks the administrators, so that two of them cannot dismiss each other at once. */
    boolean isLastAdministrator(UUID account) {
        return jdbc.sql("select account from organisation.office where office = 'ADMINISTRATOR' for update")
                .query(UUID.class)
                .list()
                .equals(List.of(account));
    }

    boolean hasAny(UUID account) {
        return jdbc.sql("""
                        select exists (select from organisation.membership where account = :account)
                            or exists (select from organisation.office where account = :account)
                        """).param("account", account).query(Boolean.class).single();
    }

    private List<Colleague> withRoles(List<Named> people) {
        var accounts = people.stream().map(Named::account).toArray(UUID[]::new);
        var places = jdbc
                .sql("select account, unit, function, quality from organisation.membership"
                        + " where account = any(:accounts) order by unit")
                .param("accounts", accounts)
                .query(MEMBERSHIP)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Membership::account));
        Map<UUID, Set<Office>> offices = jdbc
                .sql("select account, office from organisation.office where account = any(:accounts)")
                .param("accounts", accounts)
                .query((row, number) -> new Held(row.getObject(1, UUID.class), Office.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::account, Collectors.mapping(Held::office, Collectors.toSet())));
        return people.stream()
                .map(one -> new Colleague(
                        one.id(),
                        one.account(),
                        places.getOrDefault(one.account(), List.of()),
                        offices.getOrDefault(one.account(), Set.of())))
                .toList();
    }
}
