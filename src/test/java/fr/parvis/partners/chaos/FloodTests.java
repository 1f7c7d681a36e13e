package fr.parvis.partners.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many events at once, in no order, some twice: the ledger ends exactly right. */
@ParvisTest
class FloodTests {

    private static final int PEOPLE = 50;
    private static final int CASES_EACH = 20;
    private static final int EVENTS_EACH = 20;
    private static final int BATCH = 400;
    private static final int THREADS = 4;

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PartnerProgram music;

    @BeforeEach
    void aPartner() {
        music = house.register("Conservatoire", port);
    }

    @Test
    void twentyThousandEventsShuffledAndRepeatedEndExactlyRight() throws Exception {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> cast.resident("Zoé", "Martin").viewer().account())
                .collect(Collectors.toMap(account -> "ELEVE-" + account, Function.identity()));
        people.forEach((member, account) -> house.link(music, account, member));
        var events = new ArrayList<Map<String, Object>>();
        people.keySet()
                .forEach(member -> IntStream.range(0, CASES_EACH)
                        .forEach(n -> events.addAll(thread("INS-" + n + "-" + member, member))));
        assertThat(events).hasSize(20_000);

        pushAll(shuffledWithDuplicates(events));

        assertThat(stored("state = 'APPLIED'")).isEqualTo(events.size());
        assertThat(stored("state <> 'APPLIED'")).isZero();
        people.forEach((member, account) -> assertFeedIsRight(account));
    }

    @Test
    void twoPushesOfTheSameCaseAtOnceApplyEachEventOnce() throws Exception {
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        var member = "ELEVE-" + zoe;
        house.link(music, zoe, member);
        var events = thread("INS-1", member);
        var backwards = new ArrayList<>(events);
        Collections.reverse(backwards);
        var statuses = new ArrayList<String>();

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var pushes = List.<Callable<List<String>>>of(
                    () -> music.push(events).statuses(),
                    () -> music.push(backwards).statuses(),
                    () -> music.push(events).statuses(),
                    () -> music.push(backwards).statuses());
            for (var push : threads.invokeAll(pushes)) {
                statuses.addAll(push.get());
            }
        }

        assertThat(statuses).containsOnly("applied", "duplicate");
        assertThat(statuses.stream().filter("applied"::equals)).hasSize(EVENTS_EACH);
        assertThat(labels(ledger.feed(zoe).getFirst())).isEqualTo(expected());
    }

    /** Everything twice or more, torn from its order, in batches from several threads. */
    private void pushAll(List<Map<String, Object>> events) throws Exception {
        var token = music.token();
        assertThat(token).isNotEmpty();
        var batches = IntStream.iterate(0, from -> from < events.size(), from -> from + BATCH)
                .mapToObj(from -> events.subList(from, Math.min(events.size(), from + BATCH)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var pushes = batches.stream()
                    .<Callable<PartnerProgram.Answer>>map(batch -> () -> music.push(batch))
                    .toList();
            for (var push : threads.invokeAll(pushes)) {
                assertThat(push.get().status()).isEqualTo(200);
                assertThat(push.get().statuses()).doesNotContain("refused");
            }
        }
    }

    private static List<Map<String, Object>> shuffledWithDuplicates(List<Map<String, Object>> events) {
        var random = new Random(20_000);
        var all = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(5) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private void assertFeedIsRight(UUID account) {
        var feed = ledger.feed(account);
        assertThat(feed).hasSize(CASES_EACH);
        assertThat(feed)
                .allSatisfy(item -> assertThat(item.standing().stepsDone()).isEqualTo(EVENTS_EACH - 1));
        assertThat(labels(feed.getFirst())).isEqualTo(expected());
        assertThat(labels(feed.getLast())).isEqualTo(expected());
    }

    private int stored(String condition) {
        return jdbc.sql("select count(*) from partners.event where partner = :partner and " + condition)
                .param("partner", music.partner.id())
                .query(Integer.class)
                .single();
    }

    private List<String> labels(TrackedItem item) {
        return ledger.events(item.reference()).stream()
                .map(TimelineEvent::label)
                .toList();
    }

    private List<Map<String, Object>> thread(String key, String member) {
        var person = Map.of("member", member);
        var events = new ArrayList<Map<String, Object>>();
        events.add(music.event("case.opened", key, 1, Map.of("person", person, "title", "Inscription")));
        for (int n = 2; n <= EVENTS_EACH; n++) {
            var steps = Map.of("done", n - 1, "total", EVENTS_EACH, "now", "Étape " + n);
            events.add(music.event("case.step", key, n, Map.of("person", person, "steps", steps)));
        }
        return events;
    }

    private static List<String> expected() {
        var labels = new ArrayList<>(List.of("Demande déposée"));
        IntStream.rangeClosed(2, EVENTS_EACH).forEach(n -> labels.add("Étape " + n));
        return labels;
    }
}
