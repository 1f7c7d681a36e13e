package fr.parvis.demo.vendors;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Fetches and sends for a vendor, round after round; while the town is away later and later, without end. */
final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final House house;
    private final Outbox outbox;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("vendor-postman").factory());

    Postman(House house, Outbox outbox) {
        this.house = house;
        this.outbox = outbox;
    }

    void start() {
        round(SHORTEST);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }

    private void round(Duration pause) {
        if (rounds.isShutdown()) {
            return;
        }
        var ignored = rounds.schedule(() -> round(next(pause)), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration next(Duration pause) {
        if (outbox.isCut()) {
            return SHORTEST;
        }
        try {
            boolean fetched = house.fetch();
            if (outbox.send() && fetched) {
                return SHORTEST;
            }
        } catch (DataAccessException stopping) {
            LOG.debug("The vendor’s database is away", stopping);
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
}
