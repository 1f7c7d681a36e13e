package fr.parvis.partners.intake;

import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.intake.Verdict.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one case in their order: which may be applied now, which come too late to change where the case stands,
 * which wait for one before them.
 *
 * <p>Several accounts may follow it: all that are linked to the person of the partner's for whom it began. The order is
 * that of the case, the same for all; each has a reference of its own. A case that began under our name of an account
 * (its pairwise subject, which no other account shares) stays this account's, whoever else linked the same person.
 *
 * <p>All that is told of a case is told under the name under which it began: the families of two people may overlap
 * without being the same, and what is told of one is for nobody else. Until it begins, each name waits for itself.
 */
final class CaseThread {

    private final String key;
    private final Map<UUID, ForeignCase> known;
    private final NavigableMap<Long, CaseEvent> waiting = new TreeMap<>();
    private final Map<PersonKey, NavigableMap<Long, CaseEvent>> unopened = new LinkedHashMap<>();
    private final List<CaseEvent> misnamed = new ArrayList<>();
    private final List<CaseEvent> ready = new ArrayList<>();
    private final List<CaseEvent> late = new ArrayList<>();
    private final Map<String, Status> statuses = new HashMap<>();
    private Set<UUID> owners;
    private final boolean resumed;
    private boolean begun;
    private long last;

    /**
     * The thread as it stands.
     *
     * @param known as often as accounts follow it; empty when nothing opened the case yet
     * @param kept events that came before and wait
     */
    CaseThread(String key, List<ForeignCase> known, List<EventTable.Waiting> kept) {
        this.key = key;
        this.known = known.stream().collect(Collectors.toMap(ForeignCase::owner, Function.identity()));
        this.begun = !known.isEmpty();
        this.last = known.stream().mapToLong(ForeignCase::sequence).max().orElse(0);
        this.owners = this.known.keySet();
        this.resumed = !kept.isEmpty();
        kept.forEach(this::resume);
    }

    private void resume(EventTable.Waiting kept) {
        if (isOf(kept.event().person(), Set.of(kept.account()))) {
            queue(kept.event()).put(kept.event().sequence(), kept.event());
        } else {
            turnAway(kept.event());
        }
    }

    /** Whether the case is this person's, whom these accounts linked; before it begins, it may be anybody's. */
    boolean isOf(PersonKey person, Set<UUID> people) {
        if (!begun) {
            return true;
        }
        var handed = handed();
        if (handed != null) {
            return handed.reference().value().equals(person.reference());
        }
        var member = member();
        boolean named = member == null ? person.sub() != null : member.equals(person.member());
        return named && !Collections.disjoint(owners, people);
    }

    /** One of these people whose case it is, or may become. */
    UUID oneOf(Set<UUID> people) {
        return people.stream()
                .filter(one -> !begun || owners.contains(one))
                .findFirst()
                .orElseThrow();
    }

    /** Takes an event of these people's; refused when another one waits under its number. */
    Status offer(CaseEvent event, Set<UUID> people) {
        if (begun && event.sequence() <= last) {
            late.add(event);
            statuses.put(event.id(), Status.LATE);
        } else if (queue(event).putIfAbsent(event.sequence(), event) == null) {
            welcome(event, people);
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

    /** Whether all there is waits for the very first event, which begins nothing: a case of ours is under way already. */
    boolean awaitsFirst() {
        return begun && last == 0 && !waiting.isEmpty() && !moved();
    }

    /** Whether events waited here from before. */
    boolean resumed() {
        return resumed;
    }

    String key() {
        return key;
    }

    /** The case of ours that it is; null when it is the partner's own. */
    @Nullable
    ForeignCase handed() {
        return known.values().stream().filter(ForeignCase::handed).findFirst().orElse(null);
    }

    /** As this account follows it already; null when it does not yet. */
    @Nullable
    ForeignCase known(UUID account) {
        return known.get(account);
    }

    Collection<ForeignCase> known() {
        return known.values();
    }

    /** The accounts that follow it from now on. */
    Set<UUID> owners() {
        return owners;
    }

    /** As the partner names whose it is; null when it named an account. */
    @Nullable
    String member() {
        return known.isEmpty()
                ? ready.getFirst().person().member()
                : known.values().iterator().next().member();
    }

    /** Where the resident goes on at the partner's, by the last word of it; null when it gave none. */
    @Nullable
    String path() {
        return Stream.concat(
                        known.values().stream().map(ForeignCase::path),
                        ready.stream().map(event -> event.data().path()))
                .filter(Objects::nonNull)
                .reduce((before, after) -> after)
                .orElse(null);
    }

    /** To apply, in order. */
    List<CaseEvent> ready() {
        return ready;
    }

    /** To apply for this account: for who follows the case from now on, from where it was told whole. */
    List<CaseEvent> ready(UUID account) {
        return begunHere() || known.containsKey(account)
                ? ready
                : ready.stream()
                        .dropWhile(event -> event.type() != EventType.STATE)
                        .toList();
    }

    /** Whether nothing had opened the case before. */
    boolean begunHere() {
        return known.isEmpty();
    }

    /** What waited for a case that began for another person. */
    List<CaseEvent> misnamed() {
        return misnamed;
    }

    /** To tell in the timeline only. */
    List<CaseEvent> late() {
        return late;
    }

    /** Of the last event applied. */
    long last() {
        return last;
    }

    /** Where an event waits for its turn. */
    private NavigableMap<Long, CaseEvent> queue(CaseEvent event) {
        return begun ? waiting : unopened.computeIfAbsent(event.person(), person -> new TreeMap<>());
    }

    /**
     * A case is followed by all for whom it begins. Who linked the same person since joins them when it is told whole:
     * from any other event nobody could tell what it is about.
     */
    private void welcome(CaseEvent event, Set<UUID> people) {
        if (!begun && event.type().begins()) {
            owners = people;
            waiting.putAll(queue(event));
            unopened.remove(event.person());
            unopened.values().forEach(others -> others.values().forEach(this::turnAway));
            unopened.clear();
        } else if (begun && event.type() == EventType.STATE && !begunHere() && member() != null) {
            owners = Stream.concat(owners.stream(), people.stream()).collect(Collectors.toSet());
        }
    }

    private void turnAway(CaseEvent event) {
        misnamed.add(event);
        statuses.put(event.id(), Status.REFUSED);
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
