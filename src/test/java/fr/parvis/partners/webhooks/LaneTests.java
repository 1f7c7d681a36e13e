package fr.parvis.partners.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.partners.webhooks.Delivery.State;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Turns of a lane: its room, and what becomes of the outcomes when a turn fails. */
class LaneTests {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final Lane lane = new Lane();

    @Test
    void noMoreAreUnderWayThanThereIsRoomFor() {
        var rooms = new ArrayList<Integer>();
        Lane.Turn turn = (ended, room) -> {
            rooms.add(room);
            return Math.min(room, 100);
        };
        lane.fill(turn);
        lane.fill(turn);
        lane.fill(turn); // full: there is nothing to keep, and no turn
        lane.leave();
        lane.fill(turn);

        assertThat(rooms).containsExactly(Lane.AT_ONCE, Lane.AT_ONCE - 100, 1);
    }

    @Test
    void whatEndedMeanwhileIsKeptTogether() {
        lane.fill((ended, room) -> 3);
        lane.leave(taken());
        lane.leave(taken());
        var kept = new ArrayList<Attempt>();
        lane.fill((ended, room) -> {
            kept.addAll(ended);
            return 0;
        });

        assertThat(kept).hasSize(2);
    }

    @Test
    void anOutcomeOutlivesATurnThatFails() {
        lane.fill((ended, room) -> 1);
        var attempt = taken();
        lane.leave(attempt);
        assertThatThrownBy(() -> lane.fill((ended, room) -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessageContaining("away");
        var kept = new ArrayList<Attempt>();
        var free = new AtomicInteger();
        lane.fill((ended, room) -> {
            kept.addAll(ended);
            free.set(room);
            return 0;
        });

        assertThat(kept).containsExactly(attempt);
        assertThat(free).hasValue(Lane.AT_ONCE);
    }

    private static Attempt taken() {
        var delivery = new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "topic",
                1,
                WebhookType.RESYNC_ASKED,
                "{}",
                State.PENDING,
                0,
                NOW,
                NOW,
                null,
                null);
        return new Attempt(delivery, new Fate(State.DONE, 1, NOW, new Answer(204, null)));
    }
}
