package fr.parvis.partners.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.partners.handover.Opening;
import fr.parvis.partners.handover.Opening.Shared;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events that never come, and what time does to the others. */
@ParvisTest
class GapsTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Gaps gaps;

    @Autowired
    private Retention retention;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private UUID zoe;
    private String sub;

    @BeforeEach
    void somebodyIsKnownThere() {
        music = house.register("Conservatoire", port);
        zoe = cast.resident("Zoé", "Martin").viewer().account();
        sub = house.link(music, zoe, "ELEVE-" + UUID.randomUUID());
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void afterAnHourTheRestIsShownAndThePartnerIsTold() {
        music.push(List.of(opened(1), message(3, "Troisième"), message(4, "Quatrième")));
        gaps.close();
        assertThat(labels()).containsExactly("Demande déposée");

        clock.pass(Gaps.AWAITED.plusMinutes(1));
        gaps.close();

        assertThat(labels()).containsExactly("Demande déposée", "Troisième", "Quatrième");
        assertThat(refusals()).containsExactly("missing-event");
        assertThat(music.pushOne(message(2, "Deuxième")).statuses()).containsExactly("late");
        assertThat(labels()).contains("Deuxième");
    }

    @Test
    void anEventOfACaseThatNothingOpensIsGivenUpAfterAWeek() {
        music.pushOne(message(2, "Deuxième"));

        clock.pass(Gaps.UNOPENED.plusDays(1));
        gaps.close();

        assertThat(refusals()).containsExactly("never-opened");
        assertThat(ledger.feed(zoe)).isEmpty();
    }

    /** Nothing opens it there: it began here. */
    @Test
    void aGapBeforeTheFirstEventOfACaseHandedOverClosesToo(
            @Autowired Handovers handovers, @Autowired TransactionTemplate transaction) {
        var reference = handOver(handovers, transaction);

        assertThat(music.push(List.of(handed(reference, 3, "Troisième"), handed(reference, 2, "Deuxième")))
                        .statuses())
                .containsExactly("waiting", "waiting");
        clock.pass(Gaps.AWAITED.plusMinutes(1));
        gaps.close();

        assertThat(labels(reference)).endsWith("Deuxième", "Troisième");
        assertThat(refusals()).containsExactly("missing-event");
        assertThat(music.push(List.of(handed(reference, 1, "Première"), handed(reference, 6, "Sixième")))
                        .statuses())
                .containsExactly("late", "waiting");
        assertThat(music.pushOne(handed(reference, 4, "Quatrième")).statuses()).containsExactly("applied");
        clock.pass(Gaps.UNOPENED.plusDays(1));
        gaps.close();
        assertThat(labels(reference)).endsWith("Première", "Quatrième", "Sixième");
        assertThat(refusals()).containsExactly("missing-event", "missing-event");
    }

    @Test
    void aCaseHandedOverWhoseFirstWordsAreLateAndEarlyIsKeptOnce(
            @Autowired Handovers handovers, @Autowired TransactionTemplate transaction) {
        var reference = handOver(handovers, transaction);

        assertThat(music.push(List.of(handed(reference, 0, "Avant"), handed(reference, 2, "Deuxième")))
                        .statuses())
                .containsExactly("late", "waiting");
        assertThat(music.pushOne(handed(reference, 1, "Première")).statuses()).containsExactly("applied");

        assertThat(labels(reference)).endsWith("Avant", "Première", "Deuxième");
    }

    @Test
    void oldEventsAreErasedAndTheThreadStays() {
        music.pushOne(opened(1));
        clock.pass(Retention.EVENTS.plus(Duration.ofDays(1)));

        retention.eraseOld();

        assertThat(jdbc.sql("select count(*) from partners.event where partner = :partner")
                        .param("partner", music.partner.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(labels()).containsExactly("Demande déposée");
    }

    private Reference handOver(Handovers handovers, TransactionTemplate transaction) {
        var nina = cast.resident("Nina", "Roux");
        var reference = cast.asksForBirthCertificate(nina);
        var shared = new Shared("copie-acte-naissance", "Copie d’acte", "Vérifier", List.of());
        transaction.executeWithoutResult(status -> handovers.open(new Opening(
                reference, nina.viewer().account(), music.partner.slug(), "instruction", shared, List.of())));
        return reference;
    }

    private List<String> refusals() {
        return jdbc.sql("select code from partners.refusal where partner = :partner")
                .param("partner", music.partner.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Map<String, Object> opened(long sequence) {
        return music.event(
                "case.opened", "INS-1", sequence, Map.of("person", Map.of("sub", sub), "title", "Inscription"));
    }

    private Map<String, Object> message(long sequence, String label) {
        return message("INS-1", Map.of("sub", sub), sequence, label);
    }

    private Map<String, Object> handed(Reference reference, long sequence, String label) {
        return message("ACTE-" + reference.value(), Map.of("reference", reference.value()), sequence, label);
    }

    private Map<String, Object> message(String key, Map<String, String> person, long sequence, String label) {
        return music.event(
                "case.message", key, sequence, Map.of("person", person, "label", label, "detail", "Bonjour."));
    }

    private List<String> labels() {
        return labels(ledger.feed(zoe).getFirst().reference());
    }

    private List<String> labels(Reference reference) {
        return ledger.events(reference).stream().map(TimelineEvent::label).toList();
    }
}
