package fr.parvis.partners.webhooks;

import fr.parvis.partners.Partners;
import fr.parvis.partners.signing.Signature;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, each partner in a lane of its own: one that is slow or dead fills its lane and no other. Nothing of
 * the database is held while a server is waited for.
 */
@Component
class Dispatch {

    /** How many deliveries are under way to one partner: 200 a second to a server that takes half a second. */
    static final int AT_ONCE = 100;

    /** How many of them use the database at the same time: residents come first. */
    private static final int WRITING_AT_ONCE = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final DeliveryTable deliveries;
    private final Partners partners;
    private final Envelope envelope;
    private final GuardedPost post;
    private final Clock clock;
    private final Map<UUID, Semaphore> lanes = new ConcurrentHashMap<>();
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
        deliveries.partnersDue().forEach(this::wake);
    }

    /** Begins to send what is due to one partner, as far as its lane has room. */
    void wake(UUID partner) {
        Thread.ofVirtual().name("webhooks").start(() -> fill(partner));
    }

    private void fill(UUID partner) {
        var lane = lanes.computeIfAbsent(partner, ignored -> new Semaphore(AT_ONCE));
        int room = lane.drainPermits();
        List<Delivery> claimed = List.of();
        try {
            if (room > 0) {
                claimed = calmly(() -> deliveries.claim(partner, room));
            }
        } finally {
            lane.release(room - claimed.size());
        }
        claimed.forEach(delivery -> Thread.ofVirtual().name("webhook").start(() -> send(delivery, lane)));
    }

    private void send(Delivery delivery, Semaphore lane) {
        try {
            attempt(delivery);
        } catch (RuntimeException failure) {
            // its lease ends, and it is tried again
            LOG.warn("Delivery {} not attempted", delivery.id(), failure);
            return;
        } finally {
            lane.release();
        }
        fill(delivery.partner());
    }

    private void attempt(Delivery delivery) {
        var partner = partners.find(delivery.partner()).orElseThrow();
        var address = partner.webhook();
        if (address == null) {
            return;
        }
        var body = calmly(() -> envelope.of(delivery));
        var keys = calmly(() -> partners.signingKeys(partner.id()));
        var signature = Signature.of(delivery.id().toString(), clock.instant(), body, keys);
        var answer = post.post(address, body, signature);
        calmly(() -> {
            deliveries.settle(delivery, Fate.after(delivery, answer, clock.instant()));
            return delivery;
        });
    }

    private <T> T calmly(java.util.function.Supplier<T> work) {
        writing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            writing.release();
        }
    }
}
