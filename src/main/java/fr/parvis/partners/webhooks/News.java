package fr.parvis.partners.webhooks;

import fr.parvis.partners.Linked;
import fr.parvis.partners.Partners;
import fr.parvis.partners.ResyncAsked;
import fr.parvis.partners.Unlinked;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells partners of links made and undone, and when the town asks where their cases stand. */
@Component
class News {

    /** What concerns no case in particular. */
    private static final String RESYNC = "remise-a-niveau";

    private final Partners partners;
    private final Webhooks webhooks;

    News(Partners partners, Webhooks webhooks) {
        this.partners = partners;
        this.webhooks = webhooks;
    }

    @EventListener
    void hear(Linked linked) {
        tell(linked.partner(), linked.member(), WebhookType.LINK_CREATED, person(linked.sub(), linked.member()));
    }

    @EventListener
    void hear(Unlinked unlinked) {
        tell(unlinked.partner(), unlinked.member(), WebhookType.LINK_ENDED, person(unlinked.sub(), unlinked.member()));
    }

    @EventListener
    void hear(ResyncAsked asked) {
        tell(asked.partner(), RESYNC, WebhookType.RESYNC_ASKED, Map.of());
    }

    /** The two names that the partner may use of them in its events. */
    private static Map<String, String> person(String sub, String member) {
        return Map.of("sub", sub, "member", member);
    }

    private void tell(UUID partner, String topic, WebhookType type, Object data) {
        webhooks.tell(partners.find(partner).orElseThrow(), topic, type, data);
    }
}
