package fr.parvis.partners.intake;

import fr.parvis.partners.Partner;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One partner goes on with the cases of another, whose history stays under its name. */
@Service
public class Takeover {

    private final EventTable events;
    private final JdbcClient jdbc;

    Takeover(EventTable events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * The former partner falls silent; its cases, under the same keys, and the people it knows are the new one's, which
     * numbers its events from 1. Cases that both know already stay where they are.
     *
     * @return false when it was replaced before, or would be by itself
     */
    @Transactional
    public boolean replace(Partner former, Partner successor) {
        if (former.id().equals(successor.id()) || !retire(former.id(), successor.id())) {
            return false;
        }
        Stream.of(former.id(), successor.id()).sorted().forEach(events::hold);
        move("""
                insert into partners.link (id, partner, account, sub, member, label, proven_by, linked_at, invented)
                select gen_random_uuid(), :successor, account, sub, member, label, proven_by, linked_at, invented
                from partners.link where partner = :former
                on conflict (partner, member, account) do nothing
                """, former, successor);
        move("""
                update partners.foreign_case c set partner = :successor, sequence = 0, path = null
                where partner = :former and not exists (
                    select from partners.foreign_case o where o.partner = :successor and o.key = c.key)
                """, former, successor);
        move("""
                update partners.facts f set partner = :successor, sequence = 0
                where partner = :former and not exists (
                    select from partners.facts o
                    where o.partner = :successor and o.account = f.account and o.member = f.member)
                """, former, successor);
        return true;
    }

    /** Who goes on with the cases of this partner. */
    public Optional<UUID> successor(UUID former) {
        return jdbc.sql("select replaced_by from partners.partner where id = :former and replaced_by is not null")
                .param("former", former)
                .query(UUID.class)
                .optional();
    }

    private boolean retire(UUID former, UUID successor) {
        return jdbc.sql("""
                        update partners.partner set replaced_by = :successor, suspended = true
                        where id = :former and replaced_by is null
                        """)
                        .param("former", former)
                        .param("successor", successor)
                        .update()
                > 0;
    }

    private void move(String sql, Partner former, Partner successor) {
        jdbc.sql(sql)
                .param("former", former.id())
                .param("successor", successor.id())
                .update();
    }
}
