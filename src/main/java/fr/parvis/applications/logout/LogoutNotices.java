package fr.parvis.applications.logout;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.parvis.applications.Acquaintance;
import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Applications;
import fr.parvis.applications.cas.EntryTable;
import fr.parvis.applications.openid.Provider;
import fr.parvis.applications.openid.SignOnTable;
import fr.parvis.identity.AccountClosed;
import fr.parvis.identity.SessionEnded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a session ends, queues word of it for each application that followed it, in the transaction that ends it. */
@Component
class LogoutNotices {

    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("applications-tell-logout");

    private final NoticeTable table;
    private final SignOnTable signOns;
    private final EntryTable entries;
    private final Applications applications;
    private final Acquaintances acquaintances;
    private final Provider provider;
    private final SchedulerClient scheduler;
    private final Clock clock;

    LogoutNotices(
            NoticeTable table,
            SignOnTable signOns,
            EntryTable entries,
            Applications applications,
            Acquaintances acquaintances,
            Provider provider,
            SchedulerClient scheduler,
            Clock clock) {
        this.table = table;
        this.signOns = signOns;
        this.entries = entries;
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
                var sid = provider.sid(ended.session(), follower);
                acquaintances.find(follower, ended.account()).ifPresent(known -> queue(known, sid, null));
            }
        }
        for (var entry : entries.endOf(ended.session())) {
            acquaintances
                    .find(entry.application(), entry.account())
                    .ifPresent(known -> queue(known, entry.ticket(), entry.service()));
        }
    }

    /** Nobody is known to any application under this account any more. */
    @EventListener
    void hear(AccountClosed closed) {
        signOns.forget(closed.account());
        entries.forget(closed.account());
        acquaintances.forget(closed.account());
    }

    private void queue(Acquaintance known, String sid, @Nullable String service) {
        var notice = new Notice(UUID.randomUUID(), known.application(), known.sub(), sid, service, 0);
        table.insert(notice);
        scheduler.scheduleBatch(List.of(TELL.instance(notice.id().toString()).scheduledTo(clock.now())));
    }
}
