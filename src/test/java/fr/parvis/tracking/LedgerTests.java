package fr.parvis.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Reference;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Standing.Ask;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class LedgerTests {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00.123456Z");

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    private final UUID owner = UUID.randomUUID();

    @Test
    void givesBackWhatWasWritten() {
        var standing = new Standing(
                State.OPEN,
                Move.RESIDENT,
                "À compléter",
                "Il manque une pièce",
                LocalDate.of(2026, 12, 4),
                Ask.DOCUMENT,
                "Pièce à fournir",
                "Un détail",
                1,
                3,
                List.of("Avis, « rendu »", "{Décision}"),
                LocalDate.of(2026, 12, 6),
                LocalDate.of(2026, 12, 9),
                LocalDate.of(2027, 1, 4));
        var item = item(standing, NOW);
        var event = new TimelineEvent(NOW, "Demande déposée", null, null);
        open(item, event);
        assertThat(ledger.find(item.reference())).hasValue(item);
        assertThat(ledger.events(item.reference())).containsExactly(event);
    }

    @Test
    void eventsAreAddedInOrderAndTheStandingFollows() {
        var item = item(standing(State.OPEN), NOW);
        open(item, event("un", NOW));
        var later = NOW.plusSeconds(60);
        transaction.executeWithoutResult(status -> {
            ledger.record(item.reference(), event("deux", later), standing(State.OPEN));
            ledger.record(item.reference(), event("trois", later), standing(State.DONE));
        });
        assertThat(ledger.events(item.reference()))
                .extracting(TimelineEvent::label)
                .containsExactly("un", "deux", "trois");
        assertThat(ledger.find(item.reference()).orElseThrow())
                .returns(later, TrackedItem::changedAt)
                .returns(NOW, TrackedItem::openedAt)
                .returns(standing(State.DONE), TrackedItem::standing);
    }

    @Test
    void isWrittenInsideTheCallersTransactionOnly() {
        var item = item(standing(State.OPEN), NOW);
        assertThatThrownBy(() -> ledger.open(item, event("un", NOW)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> ledger.record(item.reference(), event("un", NOW), standing(State.OPEN)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theFeedHasWhatIsOpenFirstThenTheTwentyLatestDone() {
        for (int i = 0; i < 25; i++) {
            open(item(standing(State.DONE), NOW.plusSeconds(1000 - i)), event("fini", NOW));
        }
        var old = item(standing(State.OPEN), NOW.minus(Duration.ofDays(300)));
        var recent = item(standing(State.OPEN), NOW.minus(Duration.ofDays(1)));
        open(old, event("un", NOW));
        open(recent, event("un", NOW));
        var feed = ledger.feed(owner);
        assertThat(feed).hasSize(22).startsWith(recent, old);
        assertThat(feed.subList(2, 22))
                .extracting(TrackedItem::changedAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .startsWith(NOW.plusSeconds(1000));
        assertThat(ledger.feed(UUID.randomUUID())).isEmpty();
    }

    private void open(TrackedItem item, TimelineEvent event) {
        transaction.executeWithoutResult(status -> ledger.open(item, event));
    }

    private TrackedItem item(Standing standing, Instant at) {
        return new TrackedItem(Reference.random(new Random()), "case", owner, "Carte", null, standing, at, at);
    }

    private static TimelineEvent event(String label, Instant at) {
        return new TimelineEvent(at, label, "détail", "Stationnement, Nadia B.");
    }

    private static Standing standing(State state) {
        return new Standing(
                state,
                Move.TOWN,
                "En cours",
                null,
                null,
                null,
                "Vérification",
                null,
                0,
                2,
                List.of(),
                null,
                null,
                null);
    }
}
