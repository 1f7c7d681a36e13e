package fr.parvis.partners.links;

import fr.parvis.applications.Digests;
import fr.parvis.partners.Unlinked;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partners on trial. They know invented people only, who have no account: nothing that is told of them can be shown to
 * anybody else.
 */
@Service
public class Sandboxes {

    private static final List<String> INVENTED = List.of("Camille", "Léo", "Zoé");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final RandomGenerator random;
    private final Clock clock;

    Sandboxes(JdbcClient jdbc, ApplicationEventPublisher events, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.random = random;
        this.clock = clock;
    }

    /** Somebody who does not exist, as a partner on trial knows them. */
    public record Invented(UUID account, String label, String sub, String member) {}

    public boolean contains(UUID partner) {
        return jdbc.sql("select sandbox from partners.partner where id = :partner")
                .param("partner", partner)
                .query(Boolean.class)
                .single();
    }

    /** Puts a new partner on trial. */
    @Transactional
    public void add(UUID partner) {
        set(partner, true);
    }

    /** The trial is over: from now on it knows real people, and the invented ones are gone with all it told of them. */
    @Transactional
    public void leave(UUID partner) {
        set(partner, false);
        jdbc.sql("""
                        delete from partners.link where partner = :partner and invented returning account, sub, member
                        """)
                .param("partner", partner)
                .query((row, number) -> new Unlinked(
                        partner,
                        row.getObject("account", UUID.class),
                        row.getString("sub"),
                        row.getString("member"),
                        true))
                .list()
                .forEach(events::publishEvent);
    }

    /** Three people to try with; pressed again, nothing changes. */
    @Transactional
    public void invent(UUID partner) {
        if (!contains(partner)) {
            return;
        }
        for (int i = 0; i < INVENTED.size(); i++) {
            jdbc.sql("""
                            insert into partners.link (id, partner, account, sub, member, label, proven_by, linked_at,
                                invented)
                            select :id, :partner, :account, :sub, :member, :label, 'CODE', :now, true
                            where not exists (select from partners.link where partner = :partner and member = :member)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("partner", partner)
                    .param("account", UUID.randomUUID())
                    .param("sub", Digests.newSecret(random))
                    .param("member", "ESSAI-" + (i + 1))
                    .param("label", INVENTED.get(i))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Those that were invented for this partner. */
    public List<Invented> people(UUID partner) {
        return jdbc.sql("""
                        select account, label, sub, member from partners.link
                        where partner = :partner and invented order by member
                        """)
                .param("partner", partner)
                .query((row, number) -> new Invented(
                        row.getObject("account", UUID.class),
                        row.getString("label"),
                        row.getString("sub"),
                        row.getString("member")))
                .list();
    }

    private void set(UUID partner, boolean sandbox) {
        jdbc.sql("update partners.partner set sandbox = :sandbox where id = :partner")
                .param("sandbox", sandbox)
                .param("partner", partner)
                .update();
    }
}
