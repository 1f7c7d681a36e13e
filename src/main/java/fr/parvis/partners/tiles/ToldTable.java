package fr.parvis.partners.tiles;

import fr.parvis.partners.contract.EventData;
import fr.parvis.partners.tiles.Told.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** All that partners told of one person, in one indexed read. */
@Repository
class ToldTable {

    private static final String ALL = """
            select 'LINKED' as kind, p.slug, p.name, l.label, l.member as key, null as booking, null as content,
                null::timestamptz as starts_at, null::timestamptz as ends_at, l.linked_at as at
            from partners.link l join partners.partner p on p.id = l.partner where l.account = :account
            union all
            select 'FACTS', p.slug, p.name, null, f.member, null, f.content::text, null, null, f.at
            from partners.facts f join partners.partner p on p.id = f.partner where f.account = :account
            union all
            select 'BOOKING', p.slug, p.name, b.label, b.reference, b.name, b.place, b.starts_at, b.ends_at, b.changed_at
            from partners.booking b join partners.partner p on p.id = b.partner
            where b.account = :account and coalesce(b.ends_at, b.starts_at) >= :from
            order by kind, name, at, key
            """;

    private static final ObjectReader FACTS = JsonMapper.shared().readerFor(EventData.Fact[].class);

    private final JdbcClient jdbc;

    ToldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Told> of(UUID account, Instant from) {
        return jdbc.sql(ALL)
                .param("account", account)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(ToldTable::told)
                .list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        var service = new Service(row.getString("slug"), row.getString("name"));
        var key = row.getString("key");
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return switch (row.getString("kind")) {
            case "LINKED" -> new Told.Linked(service, row.getString("label"), key);
            case "FACTS" ->
                new Told.Facts(service, key, List.of(FACTS.<EventData.Fact[]>readValue(row.getString("content"))), at);
            default ->
                new Told.Booking(
                        service,
                        key,
                        row.getString("booking"),
                        row.getString("label"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("ends_at", OffsetDateTime.class)),
                        row.getString("content"),
                        at);
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
