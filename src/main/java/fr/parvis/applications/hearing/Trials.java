package fr.parvis.applications.hearing;

import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Noted;
import jakarta.servlet.ServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The trials that run, and what is heard in them. Every sign-on asks whether there is one: they are held in memory. */
@Service
public class Trials {

    /** How long we listen. */
    public static final Duration LENGTH = Duration.ofMinutes(30);

    /** What another node started is heard of this late. */
    private static final Duration HELD = Duration.ofSeconds(5);

    private static final String REFUSAL = Trials.class.getName() + ".refusal";

    private final TrialTable table;
    private final RandomGenerator random;
    private final Clock clock;
    private volatile Held held = new Held(Instant.EPOCH, Map.of());

    Trials(TrialTable table, RandomGenerator random, Clock clock) {
        this.table = table;
        this.random = random;
        this.clock = clock;
    }

    private record Held(Instant since, Map<UUID, TrialTable.Running> trials) {}

    /** Begins to listen, forgetting what was heard before. */
    @Transactional
    public void start(UUID application) {
        table.start(application, clock.instant().plus(LENGTH), Masks.newKey(random));
        held = new Held(Instant.EPOCH, Map.of());
    }

    /** Stops listening; what was heard stays for a while. */
    @Transactional
    public void end(UUID application) {
        table.end(application);
        held = new Held(Instant.EPOCH, Map.of());
    }

    /** When the trial of this application ends; none while there is no trial. */
    public Optional<Instant> endOf(UUID application) {
        return Optional.ofNullable(running().get(application))
                .map(TrialTable.Running::end)
                .filter(end -> end.isAfter(clock.instant()));
    }

    /** How values of this trial are masked; none when it is over. */
    Optional<Masks> masks(UUID application) {
        return Optional.ofNullable(running().get(application)).map(trial -> new Masks(trial.key()));
    }

    boolean any() {
        return !running().isEmpty();
    }

    /** Whether this application is tried. */
    boolean isHeard(UUID application) {
        return running().containsKey(application);
    }

    /** What was said, in order; the last messages only. */
    public List<Message> heard(UUID application) {
        return table.messages(application);
    }

    /** How many messages came before those that are kept. */
    public long dropped(UUID application) {
        return table.dropped(application);
    }

    /** Forgets old messages, and trials that are over. */
    @Transactional
    public void forgetOld() {
        table.deleteOld();
    }

    void record(UUID application, Message message) {
        table.insert(application, message);
    }

    /** What the endpoint wrote in the journal when it refused this request; null when it did not. */
    static @Nullable Noted refusal(ServletRequest request) {
        return (Noted) request.getAttribute(REFUSAL);
    }

    /** Within a request, the reason of its answer; in the background, a message of ours to the application. */
    @EventListener
    void hear(Noted noted) {
        var request = RequestContextHolder.getRequestAttributes();
        boolean refused = noted.kind() == Kind.REFUSED;
        if (request == null && endOf(noted.application()).isPresent()) {
            record(
                    noted.application(),
                    new Message(clock.instant(), MessageKind.TOLD, !refused, noted.detail(), "", List.of(), List.of()));
        } else if (request != null && refused) {
            request.setAttribute(REFUSAL, noted, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private Map<UUID, TrialTable.Running> running() {
        var known = held;
        if (known.since().plus(HELD).isBefore(clock.instant())) {
            known = new Held(clock.instant(), table.running());
            held = known;
        }
        return known.trials();
    }
}
