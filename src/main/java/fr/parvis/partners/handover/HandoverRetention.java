package fr.parvis.partners.handover;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.identity.AccountClosed;
import fr.parvis.partners.webhooks.WebhookType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long what partners were given is kept here: that a case was with them stays, what they were given does not. */
@Component
class HandoverRetention {

    /** Long enough to clear up a misunderstanding with the partner. */
    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> forgetHandovers(ObjectProvider<HandoverRetention> retention) {
        return Tasks.recurring("partners-old-handovers", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> retention.getObject().forgetOld());
    }

    @Transactional
    void forgetOld() {
        jdbc.sql("delete from partners.document_link where expires_at < :now")
                .param("now", at(clock.instant()))
                .update();
        forget(null, KEPT);
    }

    /**
     * Nothing that partners were given of them is kept, nor what a partner was told before another replaced it; what is
     * still under way goes on.
     */
    @EventListener
    void forget(AccountClosed closed) {
        jdbc.sql("""
                        delete from partners.delivery d using partners.handover h
                        where h.owner = :account and d.topic = h.reference and d.type = any(:types)
                            and d.state <> 'PENDING'
                        """)
                .param("account", closed.account())
                .param("types", WebhookType.OF_HANDOVERS.toArray(String[]::new))
                .update();
        forget(closed.account(), Duration.ZERO);
    }

    private void forget(@Nullable UUID owner, Duration age) {
        var before = at(clock.instant().minus(age));
        jdbc.sql("""
                        with forgotten as (
                            update partners.handover set content = null, reasons = null
                            where content is not null and ended_at <= :before and (:owner::uuid is null or owner = :owner)
                            returning id),
                        closed as (delete from partners.document_link where handover in (select id from forgotten))
                        delete from partners.handed_file where handover in (select id from forgotten)
                        """).param("before", before).param("owner", owner).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
