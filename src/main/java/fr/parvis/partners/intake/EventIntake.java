package fr.parvis.partners.intake;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.contract.Reading;
import fr.parvis.partners.handover.Handover;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.links.LinkTable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes events of a partner, whichever way they came: each is judged for itself, and all that is good is kept at once. */
@Service
public class EventIntake {

    private final Partners partners;
    private final EventTable events;
    private final FactTable facts;
    private final LinkTable links;
    private final Handovers handovers;
    private final ThreadBook threads;
    private final Piecemeal piecemeal;
    private final Clock clock;

    EventIntake(
            Partners partners,
            EventTable events,
            FactTable facts,
            LinkTable links,
            Handovers handovers,
            ThreadBook threads,
            Piecemeal piecemeal,
            Clock clock) {
        this.partners = partners;
        this.events = events;
        this.facts = facts;
        this.links = links;
        this.handovers = handovers;
        this.threads = threads;
        this.piecemeal = piecemeal;
        this.clock = clock;
    }

    /** What became of each event, in the order in which they came. */
    @Transactional
    public List<Verdict> receive(Partner partner, List<JsonNode> received) {
        var reader = new EventReader(partner.source(), clock.instant());
        var readings = received.stream().map(reader::read).toList();
        partners.hold(partner.id());
        return piecemeal.take(readings, some -> take(partner, some), one -> giveUp(partner, one));
    }

    private List<Verdict> take(Partner partner, List<Reading> readings) {
        var push = push(partner, readings.stream().flatMap(EventIntake::good).toList());
        var verdicts = readings.stream().map(push::judge).toList();
        events.settle(partner.id(), push.threads());
        events.insert(partner.id(), push.kept());
        events.refuse(partner.id(), push.refusals());
        threads.write(partner, push.threads());
        return push.ended(verdicts);
    }

    /** What we cannot keep, although nothing is wrong with it that we know of, is told to both houses. */
    private Verdict giveUp(Partner partner, Reading reading) {
        var bad = switch (reading) {
            case Reading.Good(var event) -> new Reading.Bad(event.id(), Piecemeal.NOT_KEPT, event.content());
            case Reading.Bad(var id, var fault, var content) -> new Reading.Bad(id, fault, "");
        };
        refuse(partner, List.of(bad));
        return Verdict.refused(bad.id(), bad.fault());
    }

    /** Keeps others of this partner's events out until the transaction ends, for who must number its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Partner partner) {
        partners.hold(partner.id());
    }

    /** Keeps, beside the events that were refused, what could not even become one. */
    @Transactional
    public void refuse(Partner partner, List<Reading.Bad> unread) {
        events.refuse(
                partner.id(),
                unread.stream()
                        .map(bad -> new EventTable.Refusal(bad.id(), bad.fault(), bad.content()))
                        .toList());
    }

    private Push push(Partner partner, List<CaseEvent> good) {
        var taken =
                events.digests(partner.id(), good.stream().map(CaseEvent::id).toList());
        var people = good.stream().map(CaseEvent::person).toList();
        var handed = handovers.owners(partner.id(), people);
        var owners = links.owners(partner.id(), people);
        handed.forEach((person, handover) -> owners.put(person, Set.of(handover.owner())));
        var ofCases = good.stream().filter(event -> event.type().isOfCase()).toList();
        var keys = ofCases.stream().map(CaseEvent::caseKey).collect(Collectors.toSet());
        return new Push(
                taken,
                owners,
                threads.open(partner, keys, handedOver(partner, ofCases, handed)),
                (event, accounts) -> facts.replace(partner.id(), accounts, event));
    }

    /** Cases of ours under the names that the partner gives them: they began here. */
    private static Map<String, ForeignCase> handedOver(
            Partner partner, List<CaseEvent> events, Map<PersonKey, Handover> handed) {
        Map<String, ForeignCase> cases = new HashMap<>();
        for (var event : events) {
            var handover = handed.get(event.person());
            if (handover != null) {
                cases.putIfAbsent(
                        event.caseKey(),
                        new ForeignCase(
                                partner.id(),
                                event.caseKey(),
                                handover.reference(),
                                handover.owner(),
                                null,
                                0,
                                true,
                                null));
            }
        }
        return cases;
    }

    private static Stream<CaseEvent> good(Reading reading) {
        return reading instanceof Reading.Good(var event) ? Stream.of(event) : Stream.empty();
    }
}
