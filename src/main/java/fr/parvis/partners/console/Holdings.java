package fr.parvis.partners.console;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.contract.Legible;
import fr.parvis.tracking.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we hold of a partner's cases, for it to compare with what it knows. */
@Repository
class Holdings {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    Holdings(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    private record Row(String key, Reference reference, long sequence) {}

    /**
     * A page of cases, by their keys, that come after this one. A case that several accounts follow is there once, under
     * the reference of one of them.
     */
    List<Holding> after(UUID partner, String key, int number) {
        var rows = jdbc.sql("""
                        select distinct on (key) key, reference, sequence from partners.foreign_case
                        where partner = :partner and key > :key order by key, owner limit :number
                        """)
                .param("partner", partner)
                .param("key", Legible.text(key))
                .param("number", number)
                .query((row, n) -> new Row(row.getString(1), new Reference(row.getString(2)), row.getLong(3)))
                .list();
        var standings = ledger.standings(rows.stream().map(Row::reference).toList());
        return rows.stream()
                .map(row -> {
                    var standing = standings.get(row.reference());
                    return new Holding(
                            row.key(),
                            row.reference().value(),
                            row.sequence(),
                            standing == null ? null : standing.state().name());
                })
                .toList();
    }
}
