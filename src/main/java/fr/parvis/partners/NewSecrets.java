package fr.parvis.partners;

import fr.parvis.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Secrets on their way from the act that made them to the page that shows them: once, to who made them. In memory only,
 * so that they are written nowhere; what a restart loses is renewed.
 */
@Component
public class NewSecrets {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Map<Owner, Waiting> waiting = new ConcurrentHashMap<>();
    private final Clock clock;

    NewSecrets(Clock clock) {
        this.clock = clock;
    }

    private record Owner(UUID partner, UUID account) {}

    private record Waiting(List<ShownOnce> secrets, Instant until) {}

    /** Keeps them until this person looks at the partner's page, or a few minutes have passed. */
    public void keep(Partner partner, Viewer by, List<ShownOnce> secrets) {
        var now = clock.instant();
        waiting.values().removeIf(one -> one.until().isBefore(now));
        waiting.put(new Owner(partner.id(), by.account()), new Waiting(List.copyOf(secrets), now.plus(KEPT)));
    }

    /** Gives those that wait for this person, and forgets them. */
    public List<ShownOnce> take(Partner partner, Viewer by) {
        var found = waiting.remove(new Owner(partner.id(), by.account()));
        return found == null || found.until().isBefore(clock.instant()) ? List.of() : found.secrets();
    }
}
