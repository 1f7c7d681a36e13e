package fr.parvis.applications.logout;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.openid.Provider;
import fr.parvis.applications.openid.SignOnTable;
import fr.parvis.identity.SessionEnded;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a session ends, queues word of it for each application that followed it, in the transaction that ends it. */
@Component
class LogoutNotices {

    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("applications-tell-logout");

    private final SignOnTable signOns;
    private final Applications applications;
    private final Acquaintances acquaintances;
    private final Provider provider;
    private final JdbcClient jdbc;
    private final SchedulerClient scheduler;
    private final Clock clock;

    LogoutNotices(
            SignOnTable signOns,
            Applications applications,
            Acquaintances acquaintances,
            Provider provider,
            JdbcClient jdbc,
            SchedulerClient scheduler,
            Clock clock) {
        this.signOns = signOns;
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.provider = provider;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Whom to tell that which session ended. */
    record Notice(UUID id, UUID application, String sub, String sid, int attempts) {}

    @EventListener
    void hear(SessionEnded ended) {
        for (var follower : signOns.endOf(ended.session())) {
            var known = acquaintances.find(follower, ended.account());
            applications
                    .find(follower)
                    .filter(application -> application.backChannel() != null)
                    .ifPresent(application -> known.ifPresent(it -> queue(application, it, ended.session())));
        }
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql("select id, application, sub, sid, attempts from applications.logout_notice where id = :id")
                .param("id", id)
                .query(Notice.class)
                .optional();
    }

    void countAttempt(UUID id) {
        jdbc.sql("update applications.logout_notice set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from applications.logout_notice where id = :id")
                .param("id", id)
                .update();
    }

    private void queue(Application application, Acquaintance known, UUID session) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into applications.logout_notice (id, application, sub, sid, created_at)
                        values (:id, :application, :sub, :sid, :now)
                        """)
                .param("id", id)
                .param("application", application.id())
                .param("sub", known.sub())
                .param("sid", provider.sid(session, application.id()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        scheduler.scheduleBatch(List.of(TELL.instance(id.toString()).scheduledTo(clock.instant())));
    }
}
