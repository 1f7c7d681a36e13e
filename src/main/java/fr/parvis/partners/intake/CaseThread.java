package fr.parvis.partners.intake;

import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.intake.Verdict.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one case in their order: which may be applied now, which come too late to change where the case stands,
 * which wait for one before them.
 */
final class CaseThread {

    private final String key;
    private final @Nullable ForeignCase known;
    private final NavigableMap<Long, CaseEvent> waiting = new TreeMap<>();
    private final List<CaseEvent> ready = new ArrayList<>();
    private final List<CaseEvent> late = new ArrayList<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private @Nullable UUID owner;
    private final boolean resumed;
    private boolean begun;
    private long last;

    /**
     * The thread as it stands.
     *
     * @param known null when nothing opened the case yet
     * @param kept events that came before and wait
     */
    CaseThread(String key, @Nullable ForeignCase known, List<EventTable.Waiting> kept) {
        this.key = key;
        this.known = known;
        this.begun = known != null;
        this.last = known == null ? 0 : known.sequence();
        this.owner = known == null
                ? kept.stream().map(EventTable.Waiting::account).findFirst().orElse(null)
                : known.owner();
        this.resumed = !kept.isEmpty();
        kept.forEach(one -> waiting.put(one.event().sequence(), one.event()));
    }

    /** Whether the case is this person's, or nobody's yet. */
    boolean belongsTo(UUID person) {
        return owner == null || owner.equals(person);
    }

    /** Whether this is how the partner names whose case it is: by our reference, if it was handed that case. */
    boolean isNamedBy(PersonKey person) {
        var reference =
                known == null || !known.handed() ? null : known.reference().value();
        return Objects.equals(reference, person.reference());
    }

    /** Takes an event of this person's; refused when another one waits under its number. */
    Status offer(CaseEvent event, UUID person) {
        owner = person;
        if (begun && event.sequence() <= last) {
            late.add(event);
            statuses.put(event.id(), Status.LATE);
        } else if (waiting.putIfAbsent(event.sequence(), event) == null) {
            goOn();
        } else {
            return Status.REFUSED;
        }
        return status(event);
    }

    /** Gives up what is missing before those that wait. */
    void skip() {
        if (begun && !waiting.isEmpty()) {
            last = waiting.firstKey() - 1;
            goOn();
        }
    }

    /** What has become of an event so far. */
    Status status(CaseEvent event) {
        return statuses.getOrDefault(event.id(), Status.WAITING);
    }

    /** Whether the ledger has something to learn. */
    boolean moved() {
        return begun && !(ready.isEmpty() && late.isEmpty());
    }

    /** Whether events waited here from before. */
    boolean resumed() {
        return resumed;
    }

    String key() {
        return key;
    }

    @Nullable
    ForeignCase known() {
        return known;
    }

    UUID owner() {
        return Objects.requireNonNull(owner, "known once an event was offered");
    }

    /** To apply, in order. */
    List<CaseEvent> ready() {
        return ready;
    }

    /** To tell in the timeline only. */
    List<CaseEvent> late() {
        return late;
    }

    /** Of the last event applied. */
    long last() {
        return last;
    }

    private void goOn() {
        jump();
        while (begun && !waiting.isEmpty() && waiting.firstKey() == last + 1) {
            applyNext();
        }
    }

    /** A case begins with what opens it; where it stands, told whole, makes up for all that is missing before. */
    private void jump() {
        waiting.values().stream()
                .filter(event ->
                        begun ? event.type() == EventType.STATE : event.type().begins())
                .reduce((first, second) -> second.type() == EventType.STATE ? second : first)
                .ifPresent(event -> {
                    var before = waiting.headMap(event.sequence());
                    late.addAll(before.values());
                    before.values().forEach(overtaken -> statuses.put(overtaken.id(), Status.LATE));
                    before.clear();
                    applyNext();
                });
    }

    private void applyNext() {
        var event = waiting.firstEntry().getValue();
        waiting.pollFirstEntry();
        begun = true;
        last = event.sequence();
        ready.add(event);
        statuses.put(event.id(), Status.APPLIED);
    }
}
