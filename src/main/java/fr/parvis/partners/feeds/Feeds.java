package fr.parvis.partners.feeds;

import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.contract.Reading;
import fr.parvis.partners.feeds.Numbering.Step;
import fr.parvis.partners.intake.EventIntake;
import fr.parvis.partners.intake.Piecemeal;
import fr.parvis.partners.intake.Verdict;
import fr.parvis.partners.links.LinkTable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Makes events of a partner's records, by its mapping, and has them taken like any other. */
@Service
public class Feeds {

    private final FeedTable feeds;
    private final SeenTable seen;
    private final EventIntake intake;
    private final LinkTable links;
    private final Piecemeal piecemeal;
    private final Clock clock;

    Feeds(FeedTable feeds, SeenTable seen, EventIntake intake, LinkTable links, Piecemeal piecemeal, Clock clock) {
        this.feeds = feeds;
        this.seen = seen;
        this.intake = intake;
        this.links = links;
        this.piecemeal = piecemeal;
        this.clock = clock;
    }

    /** The mapping of a partner, as it was written. */
    public Optional<String> document(Partner partner) {
        return feeds.mapping(partner.id());
    }

    /** The mapping of a partner, ready to be put to work. */
    public Optional<Mapping> mapping(Partner partner) {
        return document(partner)
                .map(MappingReader::read)
                .flatMap(read -> read instanceof MappingOutcome.Good(var good) ? Optional.of(good) : Optional.empty());
    }

    /** Keeps the mapping, unless it must be corrected. */
    @Transactional
    public MappingOutcome save(Partner partner, String document) {
        var read = MappingReader.read(document);
        if (read instanceof MappingOutcome.Good) {
            feeds.save(partner.id(), document);
            seen.forgetRefused(partner.id());
        }
        return read;
    }

    /** What would come out of these rows, were the mapping put to work; nothing is kept. */
    public List<Rehearsal> rehearse(Partner partner, Mapping mapping, List<Row> rows) {
        var translation = new Translation(mapping);
        var translated = rows.stream().map(translation::of).toList();
        var everybody = good(translated).map(Translated.Good::person).collect(Collectors.toSet());
        var numbering = new Numbering(partner, Map.of(), Map.of(), everybody, clock.instant());
        var reader = new EventReader(partner.source(), clock.instant());
        return translated.stream()
                .map(one -> Rehearsal.of(one.row(), numbering.judge(one), reader))
                .toList();
    }

    /** Takes what these rows say now, each judged for itself; what became of each, in their order. */
    @Transactional
    public List<RowOutcome> take(Partner partner, Mapping mapping, List<Row> rows) {
        return take(partner, mapping, rows, clock.instant());
    }

    /** Takes what these rows said at that time: what others said of the same records since then stands. */
    @Transactional
    public List<RowOutcome> take(Partner partner, Mapping mapping, List<Row> rows, Instant said) {
        intake.hold(partner);
        return piecemeal.take(
                rows, some -> takeAll(partner, mapping, some, said), row -> giveUp(partner, mapping, row, said));
    }

    /** A row that cannot be kept; its partner is told once, as for any other. */
    private RowOutcome giveUp(Partner partner, Mapping mapping, Row row, Instant said) {
        var translated = new Translation(mapping).of(row);
        var name = translated.name();
        var before = seen.find(partner.id(), List.of(name)).get(name);
        var after =
                new Seen(name, translated.digest(), before == null ? 0 : before.sequence(), said, Piecemeal.NOT_KEPT);
        seen.save(partner.id(), List.of(after));
        var content = mapping.excerpt(row.content()).toString();
        intake.refuse(partner, List.of(new Reading.Bad(null, Piecemeal.NOT_KEPT, content)));
        return RowOutcome.refused(row, null, Piecemeal.NOT_KEPT);
    }

    private List<RowOutcome> takeAll(Partner partner, Mapping mapping, List<Row> rows, Instant said) {
        var translation = new Translation(mapping);
        var translated = rows.stream().map(translation::of).toList();
        var numbering = numbering(partner, translated, said);
        var steps = translated.stream().map(numbering::judge).toList();
        intake.refuse(partner, steps.stream().flatMap(Feeds::unread).toList());
        var verdicts =
                intake.receive(partner, steps.stream().flatMap(Feeds::events).toList());
        return conclude(partner, steps, verdicts.iterator(), said);
    }

    private Numbering numbering(Partner partner, List<Translated> translated, Instant said) {
        var good = good(translated).toList();
        List<PersonKey> people = good.stream().map(Translated.Good::person).toList();
        var told =
                seen.cases(partner.id(), good.stream().map(Translated.Good::key).toList());
        told.putAll(seen.facts(partner.id(), people));
        return new Numbering(
                partner,
                seen.find(
                        partner.id(), translated.stream().map(Translated::name).toList()),
                told,
                links.owners(partner.id(), people).keySet(),
                said);
    }

    private static Stream<Translated.Good> good(List<Translated> translated) {
        return translated.stream()
                .flatMap(one -> one instanceof Translated.Good made ? Stream.of(made) : Stream.empty());
    }

    private List<RowOutcome> conclude(Partner partner, List<Step> steps, Iterator<Verdict> verdicts, Instant said) {
        List<RowOutcome> outcomes = new ArrayList<>();
        Map<String, Seen> after = new LinkedHashMap<>();
        List<String> unchanged = new ArrayList<>();
        for (var step : steps) {
            switch (step) {
                case Step.Settled(var outcome, var name) -> {
                    outcomes.add(outcome);
                    unchanged.add(name);
                }
                case Step.Unread(var row, var bad, var state) -> {
                    outcomes.add(RowOutcome.refused(row, null, bad.fault()));
                    after.put(state.name(), state);
                }
                case Step.Made made -> {
                    var verdict = last(made, verdicts);
                    outcomes.add(RowOutcome.of(made.row(), verdict));
                    after.put(made.after().name(), remembered(made, verdict, said));
                }
            }
        }
        seen.save(partner.id(), after.values());
        seen.touch(partner.id(), unchanged);
        return outcomes;
    }

    /** Of a row that made several events, the first that was refused, or else the last. */
    private static Verdict last(Step.Made made, Iterator<Verdict> verdicts) {
        var verdict = verdicts.next();
        for (int i = 1; i < made.events().size(); i++) {
            var next = verdicts.next();
            verdict = verdict.fault() == null ? next : verdict;
        }
        return verdict;
    }

    /** What was refused used up no number. */
    private static Seen remembered(Step.Made made, Verdict verdict, Instant said) {
        var after = made.after();
        return verdict.fault() == null
                ? after
                : new Seen(after.name(), after.digest(), made.before(), said, verdict.fault());
    }

    private static Stream<JsonNode> events(Step step) {
        return step instanceof Step.Made made ? made.events().stream() : Stream.empty();
    }

    private static Stream<Reading.Bad> unread(Step step) {
        return step instanceof Step.Unread unread ? Stream.of(unread.bad()) : Stream.empty();
    }
}
