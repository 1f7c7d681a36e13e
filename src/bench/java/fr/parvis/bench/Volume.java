package fr.parvis.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills a demo town with many cases at once: what a year of a large town weighs, faster than the product files them. */
interface Volume {

    /** Adds cases until there are as many; does nothing when they are there already. */
    void load(Connection connection, int cases) throws SQLException;
}
