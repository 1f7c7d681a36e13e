package fr.parvis.partners.feeds.polling;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.parvis.kernel.Seal;
import fr.parvis.kernel.Secrets;
import fr.parvis.partners.Partner;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which lists are read, with which secrets. */
@Service
public class Polls {

    static final TaskDescriptor<Void> READ = TaskDescriptor.of("partners-read-list");

    private final PollTable table;
    private final Seal seal;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Polls(PollTable table, Secrets secrets, SchedulerClient scheduler, Clock clock) {
        this.table = table;
        this.seal = new Seal(secrets, "partners/feeds");
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public Optional<Poll> find(Partner partner) {
        return table.find(partner.id());
    }

    public Optional<Progress> progress(Partner partner) {
        return table.progress(partner.id());
    }

    /**
     * Keeps it, and reads the list at once if it is to be read.
     *
     * @param secret null to keep the one there is
     */
    @Transactional
    public void save(Poll poll, @Nullable String secret) {
        var owner = poll.partner();
        var closed = secret == null
                ? table.secret(owner).orElse(null)
                : seal.close(secret.getBytes(StandardCharsets.UTF_8), owner(owner));
        table.save(poll, poll.proof() == Proof.NONE ? null : closed);
        if (poll.active()) {
            schedule(owner);
        }
    }

    /** Whether a secret is kept, which is never shown. */
    public boolean hasSecret(Partner partner) {
        return table.secret(partner.id()).isPresent();
    }

    /** Reads the whole list again now: what says nothing new makes no event. */
    @Transactional
    public void restart(Partner partner) {
        table.rewind(partner.id());
        schedule(partner.id());
    }

    String secret(UUID partner) {
        return table.secret(partner)
                .map(closed -> new String(seal.open(closed, owner(partner)), StandardCharsets.UTF_8))
                .orElse("");
    }

    private void schedule(UUID partner) {
        try {
            scheduler.schedule(
                    READ.instance(partner.toString()).build(), clock.now(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException beingRead) {
            // which is what was asked
        }
    }

    private static String owner(UUID partner) {
        return "partner " + partner;
    }
}
