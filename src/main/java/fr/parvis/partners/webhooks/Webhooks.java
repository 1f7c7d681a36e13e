package fr.parvis.partners.webhooks;

import fr.parvis.partners.Partner;
import fr.parvis.partners.webhooks.Delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Tells partners what happens here. */
@Service
public class Webhooks {

    /** Long enough for the town's team to look at what went wrong and send it again. */
    static final Duration DEAD_KEPT = Duration.ofDays(90);

    static final Duration DONE_KEPT = Duration.ofDays(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DeliveryTable deliveries;
    private final BacklogTable backlogs;
    private final Dispatch dispatch;

    Webhooks(DeliveryTable deliveries, BacklogTable backlogs, Dispatch dispatch) {
        this.deliveries = deliveries;
        this.backlogs = backlogs;
        this.dispatch = dispatch;
    }

    /**
     * Tells a partner something, in the caller's transaction: it is told if and only if that is committed. Nothing is
     * kept for a partner without a webhook.
     *
     * @param topic what it is about, as a case: what is said of a topic arrives in the order in which it was said
     * @param data an object, written as JSON
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Partner partner, String topic, WebhookType type, Object data) {
        if (partner.webhook() == null) {
            return;
        }
        deliveries.add(partner.id(), topic, type, JSON.writeValueAsString(data));
        wakeAfterwards(partner.id());
    }

    /** What a partner was not told yet of a topic, of this type, is told to another that goes on with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(UUID former, Partner successor, String topic, WebhookType type) {
        if (successor.webhook() != null) {
            deliveries.copy(former, successor.id(), topic, type);
            wakeAfterwards(successor.id());
        }
    }

    /** Nothing that is still to be told to a partner leaves any more, for this reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(UUID partner, String reason) {
        deliveries.giveUp(partner, reason);
    }

    /** What this partner is still to be told. */
    public Backlog backlog(UUID partner) {
        return backlogs.of(partner);
    }

    /** Tries all that waits now instead of later; says how many. */
    @Transactional
    public int hurry(UUID partner) {
        wakeAfterwards(partner);
        return backlogs.hurry(partner);
    }

    /** Deliveries that were given up, oldest first. */
    public List<Delivery> dead(UUID partner, int most) {
        return deliveries.dead(partner, most);
    }

    /** Tries one that was given up again; false when there is none, or the partner is replaced. */
    @Transactional
    public boolean replay(UUID partner, UUID delivery) {
        wakeAfterwards(partner);
        return deliveries.revive(partner, delivery);
    }

    /** Tries all that were given up again, in their order; says how many: none once the partner is replaced. */
    @Transactional
    public int replayAll(UUID partner) {
        wakeAfterwards(partner);
        return deliveries.reviveAll(partner);
    }

    @Transactional
    void eraseOld() {
        deliveries.eraseSettled(State.DONE, DONE_KEPT);
        deliveries.eraseSettled(State.DEAD, DEAD_KEPT);
    }

    private void wakeAfterwards(UUID partner) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatch.wakeFor(partner);
            }
        });
    }
}
