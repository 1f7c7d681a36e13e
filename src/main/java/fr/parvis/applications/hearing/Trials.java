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

    private static final String REASON = Trials.class.getName() + ".reason";

    private final TrialTable table;
    private final Clock clock;
    private volatile Held held = new Held(Instant.EPOCH, Map.of());

    Trials(TrialTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private record Held(Instant since, Map<UUID, Instant> ends) {}

    /** Begins to listen, forgetting what was heard before. */
    @Transactional
    public void start(UUID application) {
        table.start(application, clock.instant().plus(LENGTH));
        held = new Held(Instant.EPOCH, Map.of());
    }

    /** Listens also to an application that has just appeared, beginning if need be. */
    @Transactional
    public void include(UUID application) {
        if (endOf(application).isEmpty()) {
            table.start(application, clock.instant().plus(LENGTH));
        }
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
        return Optional.ofNullable(running().get(application)).filter(end -> end.isAfter(clock.instant()));
    }

    boolean any() {
        return !running().isEmpty();
    }

    /** Whether this application is tried, or stands in for one that is. */
    boolean isHeard(UUID application) {
        return running().containsKey(application);
    }

    /** What was said, in order. */
    public List<Message> heard(UUID application) {
        return table.messages(application);
    }

    /** Forgets old messages, and the stand-ins of trials that are over. */
    @Transactional
    public void forgetOld() {
        table.deleteOld();
    }

    void record(UUID application, Message message) {
        table.insert(application, message);
    }

    /** Why this request was refused, as the endpoint wrote it in the journal; empty when it was not. */
    static String reason(ServletRequest request) {
        var reason = request.getAttribute(REASON);
        return reason == null ? "" : reason.toString();
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
            request.setAttribute(REASON, noted.detail(), RequestAttributes.SCOPE_REQUEST);
        }
    }

    private Map<UUID, Instant> running() {
        var known = held;
        if (known.since().plus(HELD).isBefore(clock.instant())) {
            known = new Held(clock.instant(), table.running());
            held = known;
        }
        return known.ends();
    }
}
