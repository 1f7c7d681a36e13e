package fr.parvis.documents;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Removes contents without a row, left by transactions that were rolled back or by a crash. A day of grace, far longer
 * than any transaction, keeps it away from files being received.
 */
@Component
class OrphanSweep {

    private static final Duration GRACE = Duration.ofDays(1);

    private final Vault vault;
    private final FileTable table;
    private final Clock clock;

    OrphanSweep(Vault vault, FileTable table, Clock clock) {
        this.vault = vault;
        this.table = table;
        this.clock = clock;
    }

    void run() {
        vault.visitWrittenBefore(clock.instant().minus(GRACE), this::removeUnknown);
    }

    private void removeUnknown(List<UUID> batch) {
        var known = table.known(batch);
        batch.stream().filter(id -> !known.contains(id)).forEach(vault::delete);
    }

    @Configuration(proxyBeanMethods = false)
    static class Daily {
        @Bean
        Task<Void> sweepOrphanFiles(OrphanSweep sweep) {
            return Tasks.recurring("sweep-orphan-files", Schedules.daily(French.PARIS, LocalTime.of(3, 40)))
                    .execute((instance, context) -> sweep.run());
        }
    }
}
