package fr.parvis.partners.webhooks;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.signing.Signature;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, each partner in a lane of its own: one that is slow or dead fills its lane and no other. Nothing of
 * the database is held while a server is waited for.
 */
@Component
class Dispatch {

    /** How many of them use the database at the same time: residents come first. */
    private static final int WRITING_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final DeliveryTable deliveries;
    private final Partners partners;
    private final Envelope envelope;
    private final GuardedPost post;
    private final Clock clock;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore writing = new Semaphore(WRITING_AT_ONCE);

    Dispatch(DeliveryTable deliveries, Partners partners, Envelope envelope, GuardedPost post, Clock clock) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.envelope = envelope;
        this.post = post;
        this.clock = clock;
    }

    /** Begins to send whatever is due. */
    void wake() {
        deliveries.partnersDue().forEach(this::wakeFor);
    }

    /** Begins to send what is due to one partner, as far as its lane has room. */
    void wakeFor(UUID partner) {
        var lane = lanes.computeIfAbsent(partner, ignored -> new Lane());
        Thread.ofVirtual().name("webhooks").start(() -> fill(partner, lane));
    }

    private void fill(UUID partner, Lane lane) {
        try {
            lane.fill((ended, room) -> turn(partner, lane, ended, room));
        } catch (RuntimeException failure) {
            LOG.warn("No turn for partner {}: {}", partner, failure.toString());
        }
    }

    private int turn(UUID partner, Lane lane, List<Attempt> ended, int room) {
        var claimed = calmly(() -> deliveries.turn(partner, ended, room));
        if (!claimed.isEmpty()) {
            var address = partners.find(partner).map(Partner::webhook).orElse(null);
            var keys = calmly(() -> partners.signingKeys(partner));
            claimed.forEach(one -> Thread.ofVirtual().name("webhook").start(() -> send(one, lane, address, keys)));
        }
        return claimed.size();
    }

    private void send(Delivery delivery, Lane lane, @Nullable URI address, List<byte[]> keys) {
        try {
            if (address == null) {
                lane.leave();
            } else {
                lane.leave(attempt(delivery, address, keys));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Delivery {} not attempted", delivery.id(), failure);
            lane.leave();
        }
        fill(delivery.partner(), lane);
    }

    private Attempt attempt(Delivery delivery, URI address, List<byte[]> keys) {
        var body = calmly(() -> envelope.of(delivery));
        var answer = post.post(address, body, Signature.of(delivery.id().toString(), clock.instant(), body, keys));
        return new Attempt(delivery, Fate.after(delivery, answer, clock.instant()));
    }

    private <T> T calmly(Supplier<T> work) {
        writing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            writing.release();
        }
    }
}
