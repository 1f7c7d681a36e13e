package fr.parvis.identity.scim;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units where the directory wants people, as rows. */
@Repository
class PlaceTable {

    private final JdbcClient jdbc;

    PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> units(UUID account) {
        return jdbc.sql("select unit from identity.directory_place where account_id = :account order by unit")
                .param("account", account)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<UUID> accounts(String unit) {
        return jdbc.sql("select account_id from identity.directory_place where unit = :unit")
                .param("unit", unit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void insert(UUID account, String unit) {
        jdbc.sql("insert into identity.directory_place (account_id, unit) values (:account, :unit)"
                        + " on conflict do nothing")
                .param("account", account)
                .param("unit", unit)
                .update();
    }

    void delete(UUID account, String unit) {
        jdbc.sql("delete from identity.directory_place where account_id = :account and unit = :unit")
                .param("account", account)
                .param("unit", unit)
                .update();
    }

    void deleteAll(UUID account) {
        jdbc.sql("delete from identity.directory_place where account_id = :account")
                .param("account", account)
                .update();
    }
}
