package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Cases that partners handle, as rows. */
@Repository
public class ForeignCases {

    /** The kind of these cases in the ledger. */
    public static final String KIND = "partner";

    private static final JsonMapper ROWS = JsonMapper.shared();

    private final JdbcClient jdbc;

    ForeignCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String key,
            String reference,
            UUID owner,
            @Nullable String member,
            long sequence,
            boolean handed,
            @Nullable String path) {}

    public Optional<ForeignCase> find(Reference reference) {
        return jdbc.sql("select * from partners.foreign_case where reference = :reference and not handed")
                .param("reference", reference.value())
                .query(ForeignCases::foreignCase)
                .optional();
    }

    /** Each as often as accounts follow it, by their keys. */
    Map<String, List<ForeignCase>> find(UUID partner, Collection<String> keys) {
        return jdbc
                .sql("select * from partners.foreign_case where partner = :partner and key = any(:keys)")
                .param("partner", partner)
                .param("keys", keys.toArray(String[]::new))
                .query(ForeignCases::foreignCase)
                .stream()
                .collect(Collectors.groupingBy(ForeignCase::key));
    }

    /** The cases of somebody whom others than this account linked too, each once. */
    List<ForeignCase> ofOthers(UUID partner, String member, UUID account) {
        return jdbc.sql("""
                        select distinct on (c.key) c.* from partners.link l
                        join partners.foreign_case c
                            on c.partner = l.partner and c.owner = l.account and c.member = l.member
                        where l.partner = :partner and l.member = :member and l.account <> :account
                        order by c.key, c.owner
                        """)
                .param("partner", partner)
                .param("member", member)
                .param("account", account)
                .query(ForeignCases::foreignCase)
                .list();
    }

    /** Keeps new ones, and where the others have come to. */
    void save(UUID partner, Collection<ForeignCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var rows = cases.stream()
                .map(one -> new Row(
                        one.key(),
                        one.reference().value(),
                        one.owner(),
                        one.member(),
                        one.sequence(),
                        one.handed(),
                        one.path()))
                .toList();
        jdbc.sql("""
                        insert into partners.foreign_case (partner, key, reference, owner, member, sequence, handed, path)
                        select :partner, key, reference, owner, member, sequence, handed, path
                        from json_to_recordset(:rows::json) as r(key text, reference text, owner uuid, member text,
                            sequence bigint, handed boolean, path text)
                        on conflict (partner, key, owner) do update set sequence = excluded.sequence, path = excluded.path
                        """)
                .param("partner", partner)
                .param("rows", ROWS.writeValueAsString(rows))
                .update();
    }

    private static ForeignCase foreignCase(ResultSet row, int number) throws SQLException {
        return new ForeignCase(
                row.getObject("partner", UUID.class),
                row.getString("key"),
                new Reference(row.getString("reference")),
                row.getObject("owner", UUID.class),
                row.getString("member"),
                row.getLong("sequence"),
                row.getBoolean("handed"),
                row.getString("path"));
    }
}
