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

    byte[] of(Delivery delivery) {
        var data = (ObjectNode) JSON.readTree(delivery.data());
        enclosures.forEach(one -> one.enclose(delivery, data));
        return of(
                delivery.id(),
                delivery.type().code(),
                delivery.topic(),
                delivery.createdAt(),
                String.valueOf(delivery.number()),
                data);
    }

    byte[] of(UUID id, String type, String topic, Instant at, String sequence, ObjectNode data) {
        var event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", type)
                .put("subject", topic)
                .put("time", at.toString())
                .put("sequence", sequence)
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return JSON.writeValueAsBytes(event);
    }
}
