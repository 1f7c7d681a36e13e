package fr.parvis.demo.partners;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes each vendor a database that belongs to a role of its own, on the town's server: the town's role must be allowed
 * to ({@code createdb createrole}), as it is on the embedded one.
 */
@Component
@Profile("demo")
class VendorDatabases {

    private final JdbcClient jdbc;
    private final String town;

    VendorDatabases(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.town = environment.getRequiredProperty("spring.datasource.url");
    }

    /** Where a vendor's database is, which is made if it is not there yet. */
    Map<String, String> settings(String slug, String password) {
        var name = jdbc.sql("select current_database()")
                        .query((row, n) -> row.getString(1))
                        .single() + "_" + slug.replace('-', '_');
        makeRole(name, password);
        makeDatabase(name);
        return Map.of("DATABASE_URL", address(name), "DATABASE_USER", name, "DATABASE_PASSWORD", password);
    }

    private void makeRole(String name, String password) {
        boolean isThere = exists("select exists(select from pg_roles where rolname = :name)", name);
        // no parameters in such statements; both words are made by us, without quotes
        jdbc.sql((isThere ? "alter" : "create") + " role \"" + name + "\" login password '" + password + "'")
                .update();
    }

    private void makeDatabase(String name) {
        if (!exists("select exists(select from pg_database where datname = :name)", name)) {
            jdbc.sql("grant \"" + name + "\" to current_user").update();
            jdbc.sql("create database \"" + name + "\" owner \"" + name + "\"").update();
        }
    }

    private boolean exists(String question, String name) {
        return jdbc.sql(question).param("name", name).query(Boolean.class).single();
    }

    private String address(String name) {
        var server = UriComponentsBuilder.fromUriString(town.substring("jdbc:".length()));
        return "jdbc:" + server.replacePath("/" + name).build().toUriString();
    }
}
