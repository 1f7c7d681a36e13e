package fr.parvis.partners.intake;

import fr.parvis.applications.Digests;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.contract.Reading;
import fr.parvis.partners.contract.Reading.Bad;
import fr.parvis.partners.contract.Reading.Good;
import fr.parvis.partners.intake.EventTable.Kept;
import fr.parvis.partners.intake.EventTable.Refusal;
import fr.parvis.partners.intake.Verdict.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events that came together, while they are judged one after the other. */
final class Push {

    private static final Fault REUSED =
            new Fault("id-reused", "/id", "Un autre événement a déjà cet identifiant : donnez-en un nouveau à chacun.");
    private static final Fault UNKNOWN = new Fault(
            "unknown-person",
            "/data/person",
            "Aucun compte de la ville n’est lié à cette personne. Attendez la liaison, puis dites où en sont ses dossiers.");
    private static final Fault NOT_HANDED = new Fault(
            "not-handed-over",
            "/data/person/reference",
            "Ce dossier de la ville ne vous est pas confié, ou ne l’est plus : elle continue sans vous.");
    private static final Fault SOMEBODY_ELSES = new Fault(
            "somebody-elses-case",
            "/data/person",
            "Ce dossier est celui de quelqu’un d’autre, ou vous avez nommé la personne autrement qu’à son ouverture.");
    private static final Fault SEQUENCE_REUSED =
            new Fault("sequence-reused", "/sequence", "Un autre événement de ce dossier attend déjà sous ce numéro.");

    private final Map<String, String> taken;
    private final Map<PersonKey, Set<UUID>> owners;
    private final Map<String, CaseThread> threads;
    private final Facts facts;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * A push to judge.
     *
     * @param taken digests of the events taken before, by their ids
     * @param owners accounts by the keys that name them
     * @param threads of the cases spoken of, by their keys
     */
    Push(Map<String, String> taken, Map<PersonKey, Set<UUID>> owners, Map<String, CaseThread> threads, Facts facts) {
        this.taken = taken;
        this.owners = owners;
        this.threads = threads;
        this.facts = facts;
    }

    /** Keeps what is told of a person, unless something newer is known. */
    interface Facts {
        boolean replace(CaseEvent event, Set<UUID> owners);
    }

    Verdict judge(Reading reading) {
        return switch (reading) {
            case Bad(var id, var fault, var content) -> refuse(new Refusal(id, fault, content));
            case Good(var event) -> judge(event);
        };
    }

    private Verdict judge(CaseEvent event) {
        var digest = HexFormat.of().formatHex(Digests.of(event.content()));
        var before = taken.get(event.id());
        if (before != null) {
            return before.equals(digest) ? Verdict.of(event.id(), Status.DUPLICATE) : refuse(event, REUSED);
        }
        var people = owners.get(event.person());
        if (people == null) {
            return refuse(event, event.person().reference() == null ? UNKNOWN : NOT_HANDED);
        }
        return event.type().isOfCase() ? judge(event, digest, people) : replace(event, digest, people);
    }

    private Verdict judge(CaseEvent event, String digest, Set<UUID> people) {
        var thread = thread(event);
        if (!thread.isOf(event.person(), people)) {
            return refuse(event, SOMEBODY_ELSES);
        }
        var status = thread.offer(event, people);
        return status == Status.REFUSED
                ? refuse(event, SEQUENCE_REUSED)
                : keep(new Kept(event, thread.oneOf(people), digest, status));
    }

    private Verdict replace(CaseEvent event, String digest, Set<UUID> people) {
        var status = facts.replace(event, people) ? Status.APPLIED : Status.LATE;
        return keep(new Kept(event, people.iterator().next(), digest, status));
    }

    /** The events to keep, as they ended: one that waited may have been applied, or turned away, by what came after it. */
    List<Kept> kept() {
        return kept.stream()
                .map(this::ended)
                .filter(one -> one.status() != Status.REFUSED)
                .toList();
    }

    private Kept ended(Kept one) {
        return one.event().type().isOfCase()
                ? new Kept(
                        one.event(),
                        one.account(),
                        one.digest(),
                        thread(one.event()).status(one.event()))
                : one;
    }

    /** The verdicts, as they ended. */
    List<Verdict> ended(List<Verdict> verdicts) {
        Map<String, Status> statuses =
                kept().stream().collect(Collectors.toMap(one -> one.event().id(), Kept::status));
        Set<String> misnamed = threads().stream()
                .flatMap(thread -> thread.misnamed().stream())
                .map(CaseEvent::id)
                .collect(Collectors.toSet());
        return verdicts.stream().map(one -> ended(one, statuses, misnamed)).toList();
    }

    private static Verdict ended(Verdict one, Map<String, Status> statuses, Set<String> misnamed) {
        var id = one.id();
        if (id == null || (one.status() != Status.WAITING && one.status() != Status.DUPLICATE)) {
            return one;
        }
        if (misnamed.contains(id)) {
            return Verdict.refused(id, SOMEBODY_ELSES);
        }
        return one.status() == Status.DUPLICATE ? one : Verdict.of(id, statuses.getOrDefault(id, Status.WAITING));
    }

    List<Refusal> refusals() {
        return Stream.concat(refusals.stream(), misnamed(threads())).toList();
    }

    /** What waited in these cases for a person whose they are not. */
    static Stream<Refusal> misnamed(Collection<CaseThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.misnamed().stream())
                .map(event -> new Refusal(event.id(), SOMEBODY_ELSES, event.content()));
    }

    Collection<CaseThread> threads() {
        return threads.values();
    }

    private CaseThread thread(CaseEvent event) {
        return Objects.requireNonNull(threads.get(event.caseKey()), "opened for these events");
    }

    private Verdict keep(Kept one) {
        taken.put(one.event().id(), one.digest());
        kept.add(one);
        return Verdict.of(one.event().id(), one.status());
    }

    private Verdict refuse(CaseEvent event, Fault fault) {
        return refuse(new Refusal(event.id(), fault, event.content()));
    }

    private Verdict refuse(Refusal refusal) {
        refusals.add(refusal);
        return Verdict.refused(refusal.id(), refusal.fault());
    }
}
