package fr.parvis.partners.webhooks;

import fr.parvis.kernel.Settings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A delivery as it leaves: a CloudEvent (1.0, JSON format). */
@Component
class Envelope {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String source;
    private final List<Enclosures> enclosures;

    Envelope(Settings settings, List<Enclosures> enclosures) {
        this.source = settings.baseUrl().toString();
        this.enclosures = enclosures;
    }

    /** The attributes of an event that differ from one to the next. */
    record Happened(UUID id, String type, String topic, Instant at, long number) {}

    byte[] of(Delivery delivery) {
        var data = (ObjectNode) JSON.readTree(delivery.data());
        enclosures.forEach(one -> one.enclose(delivery, data));
        var happened = new Happened(
                delivery.id(), delivery.type().code(), delivery.topic(), delivery.createdAt(), delivery.number());
        return of(happened, data);
    }

    byte[] of(Happened happened, ObjectNode data) {
        var event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", happened.id().toString())
                .put("source", source)
                .put("type", happened.type())
                .put("subject", happened.topic())
                .put("time", happened.at().toString())
                .put("sequence", String.valueOf(happened.number()))
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return JSON.writeValueAsBytes(event);
    }
}
