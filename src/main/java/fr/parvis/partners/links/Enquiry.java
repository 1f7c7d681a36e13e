package fr.parvis.partners.links;

import fr.parvis.applications.GuardedClient;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a partner a question while somebody waits for the answer: signed, for ten seconds, never inside our network. */
@Component
class Enquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Enquiry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 10_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Partners partners;
    private final GuardedClient client;
    private final Clock clock;

    Enquiry(Partners partners, Settings settings, Clock clock) {
        this.partners = partners;
        this.client = new GuardedClient(settings, PATIENCE, LARGEST);
        this.clock = clock;
    }

    /** What the partner said. */
    sealed interface Answer {

        /** Yes, with this. */
        record Yes(JsonNode body) implements Answer {}

        /** It knows nobody of that kind. */
        record No() implements Answer {}

        /** Nothing that can be used, for the moment. */
        record Silent() implements Answer {}
    }

    Answer ask(Partner partner, URI address, Map<String, String> question) {
        try {
            return read(partner, client.send(signed(partner, address, JSON.writeValueAsBytes(question))));
        } catch (IOException | JacksonException failure) {
            LOG.warn("{} does not answer about a link: {}", partner.slug(), failure.toString());
            return new Answer.Silent();
        }
    }

    private HttpPost signed(Partner partner, URI address, byte[] body) {
        var id = UUID.randomUUID().toString();
        var signature = Signature.of(id, clock.instant(), body, partners.signingKeys(partner.id()));
        var request = new HttpPost(address);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(Signature.ID, id);
        request.setHeader(Signature.TIMESTAMP, signature.timestamp());
        request.setHeader(Signature.VALUE, signature.value());
        request.setEntity(new ByteArrayEntity(body, ContentType.create("application/json")));
        return request;
    }

    private static Answer read(Partner partner, GuardedClient.Answer answer) {
        return switch (answer.status()) {
            case 200 -> new Answer.Yes(JSON.readTree(answer.body()));
            case 404 -> new Answer.No();
            default -> {
                LOG.warn("{} answers HTTP {} about a link", partner.slug(), answer.status());
                yield new Answer.Silent();
            }
        };
    }
}
