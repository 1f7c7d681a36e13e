package fr.parvis.applications.logout;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Applications;
import fr.parvis.applications.openid.Provider;
import fr.parvis.applications.openid.SignOnTable;
import fr.parvis.identity.AccountClosed;
import fr.parvis.identity.SessionEnded;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a session ends, queues word of it for each application that followed it, in the transaction that ends it. */
@Component
class LogoutNotices {

    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("applications-tell-logout");

    private final NoticeTable table;
    private final SignOnTable signOns;
    private final Applications applications;
    private final Acquaintances acquaintances;
    private final Provider provider;
    private final SchedulerClient scheduler;
    private final Clock clock;

    LogoutNotices(
            NoticeTable table,
            SignOnTable signOns,
            Applications applications,
            Acquaintances acquaintances,
            Provider provider,
            SchedulerClient scheduler,
            Clock clock) {
        this.table = table;
        this.signOns = signOns;
        this.applications = applications;
        this.acquaintances = acquaintances;
        this.provider = provider;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void hear(SessionEnded ended) {
        for (var follower : signOns.endOf(ended.session())) {
            var listens = applications.find(follower).filter(application -> application.backChannel() != null);
            if (listens.isPresent()) {
                acquaintances.find(follower, ended.account()).ifPresent(known -> queue(known, ended.session()));
            }
        }
    }

    /** Nobody is known to any application under this account any more. */
    @EventListener
    void hear(AccountClosed closed) {
        signOns.forget(closed.account());
        acquaintances.forget(closed.account());
    }

    private void queue(Acquaintance known, UUID session) {
        var sid = provider.sid(session, known.application());
        var notice = new Notice(UUID.randomUUID(), known.application(), known.sub(), sid, 0);
        table.insert(notice);
        scheduler.scheduleBatch(List.of(TELL.instance(notice.id().toString()).scheduledTo(clock.now())));
    }
}
