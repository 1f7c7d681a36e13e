package fr.parvis.partners.intake;

import fr.parvis.kernel.Rows;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.intake.Verdict.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Events as they came, those that were taken and those that were not. */
@Repository
class EventTable {

    private static final JsonMapper ROWS = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    EventTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An event to keep; applied, waiting or late.
     *
     * @param account one of those whose it is: when that one leaves, it passes on to another
     * @param digest of all that stood in it
     */
    record Kept(CaseEvent event, UUID account, String digest, Status status) {}

    /** An event that waits for one before it. */
    record Waiting(CaseEvent event, UUID account) {}

    /** An event that was not taken. */
    record Refusal(@Nullable String id, Fault fault, String content) {}

    private record RefusalRow(@Nullable String id, String code, String pointer, String detail, String content) {}

    /** The digests of those that were taken before, by their ids. */
    Map<String, String> digests(UUID partner, Collection<String> ids) {
        Map<String, String> digests = new HashMap<>();
        jdbc.sql("select id, digest from partners.event where partner = :partner and id = any(:ids)")
                .param("partner", partner)
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    digests.put(row.getString(1), HexFormat.of().formatHex(row.getBytes(2)));
                });
        return digests;
    }

    /** The events of these cases that wait for one before them, in their order. */
    List<Waiting> waiting(UUID partner, Collection<String> keys) {
        return jdbc.sql("""
                        select content, at, account from partners.event
                        where partner = :partner and case_key = any(:keys) and state = 'WAITING' order by sequence
                        """)
                .param("partner", partner)
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> new Waiting(
                        EventReader.reread(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        row.getObject(3, UUID.class)))
                .list();
    }

    void insert(UUID partner, List<Kept> kept) {
        var rows = new Rows<>(kept);
        jdbc.sql("""
                        insert into partners.event (partner, id, account, person_sub, person_member, person_reference, digest,
                            case_key, type, sequence, at, received_at, state, content)
                        select :partner, id, account, sub, member, reference, decode(digest, 'hex'),
                            case_key, type, sequence, at, :now, state, content
                        from unnest(:ids, :accounts::uuid[], :subs, :members, :references, :digests, :keys, :types,
                            :sequences, :times::timestamptz[], :states, :contents)
                            as r(id, account, sub, member, reference, digest, case_key, type, sequence, at, state, content)
                        """)
                .param("partner", partner)
                .param("now", now())
                .param("ids", rows.texts(one -> one.event().id()))
                .param("accounts", rows.texts(Kept::account))
                .param("subs", rows.texts(one -> one.event().person().sub()))
                .param("members", rows.texts(one -> one.event().person().member()))
                .param("references", rows.texts(one -> one.event().person().reference()))
                .param("digests", rows.texts(Kept::digest))
                .param("keys", rows.texts(one -> one.event().key()))
                .param("types", rows.texts(one -> one.event().type().code()))
                .param("sequences", rows.numbers(one -> one.event().sequence()))
                .param("times", rows.texts(one -> one.event().at()))
                .param("states", rows.texts(Kept::status))
                .param("contents", rows.texts(one -> one.event().content()))
                .update();
    }

    /** Those that waited and wait no longer. */
    void settle(UUID partner, Collection<CaseThread> threads) {
        var resumed = threads.stream().filter(CaseThread::resumed).toList();
        if (!resumed.isEmpty()) {
            settle(
                    partner,
                    resumed.stream().flatMap(thread -> thread.ready().stream()).toList(),
                    Status.APPLIED);
            settle(
                    partner,
                    resumed.stream().flatMap(thread -> thread.late().stream()).toList(),
                    Status.LATE);
            turnAway(
                    partner,
                    resumed.stream()
                            .flatMap(thread -> thread.misnamed().stream())
                            .toList());
        }
    }

    private void turnAway(UUID partner, List<CaseEvent> misnamed) {
        if (!misnamed.isEmpty()) {
            jdbc.sql("delete from partners.event where partner = :partner and id = any(:ids) and state = 'WAITING'")
                    .param("partner", partner)
                    .param("ids", misnamed.stream().map(CaseEvent::id).toArray(String[]::new))
                    .update();
        }
    }

    private void settle(UUID partner, List<CaseEvent> settled, Status status) {
        jdbc.sql("""
                        update partners.event set state = :state
                        where partner = :partner and id = any(:ids) and state = 'WAITING'
                        """)
                .param("state", status.name())
                .param("partner", partner)
                .param("ids", settled.stream().map(CaseEvent::id).toArray(String[]::new))
                .update();
    }

    void refuse(UUID partner, List<Refusal> refusals) {
        var rows = refusals.stream()
                .map(one -> new RefusalRow(
                        one.id(),
                        one.fault().code(),
                        one.fault().pointer(),
                        one.fault().detail(),
                        one.content()))
                .toList();
        jdbc.sql("""
                        insert into partners.refusal (partner, at, event_id, code, pointer, detail, content)
                        select :partner, :now, id, code, pointer, detail, content from json_to_recordset(:rows::json)
                            as r(id text, code text, pointer text, detail text, content text)
                        """)
                .param("partner", partner)
                .param("now", now())
                .param("rows", ROWS.writeValueAsString(rows))
                .update();
    }

    /** Cases that were begun, in which something has waited since before then. */
    List<Gaps.Waiting> gaps(Instant since) {
        return jdbc.sql("""
                        select distinct e.partner, e.case_key
                        from partners.event e join partners.foreign_case c on c.partner = e.partner and c.key = e.case_key
                        where e.state = 'WAITING' and e.received_at < :since
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Gaps.Waiting(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** One for each event that waits in a case of this partner's that was begun, by the key of the case. */
    List<String> gaps(UUID partner) {
        return jdbc.sql("""
                        select e.case_key from partners.event e
                        where e.partner = :partner and e.state = 'WAITING' and exists (
                            select from partners.foreign_case c where c.partner = e.partner and c.key = e.case_key)
                        order by e.case_key
                        """)
                .param("partner", partner)
                .query((row, number) -> row.getString("case_key"))
                .list();
    }

    /** What waited since before then for a case that nothing opened becomes a refusal. */
    void giveUpUnopened(Instant since) {
        jdbc.sql("""
                        with given_up as (
                            delete from partners.event e where e.state = 'WAITING' and e.received_at < :since
                            and not exists (select from partners.foreign_case c
                                            where c.partner = e.partner and c.key = e.case_key)
                            returning partner, id, content)
                        insert into partners.refusal (partner, at, event_id, code, pointer, detail, content)
                        select partner, :now, id, 'never-opened', '/subject',
                            'Rien n’a ouvert ce dossier depuis une semaine : envoyez case.opened ou case.state.', content
                        from given_up
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
