package fr.parvis.partners.links;

import fr.parvis.applications.GuardedFetch;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final GuardedFetch guard;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Enquiry(Partners partners, GuardedFetch guard, Clock clock) {
        this.partners = partners;
        this.guard = guard;
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
            guard.refusePrivate(address.getHost());
            var answer = http.sendAsync(
                            signed(partner, address, JSON.writeValueAsBytes(question)),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return read(partner, answer);
        } catch (IOException | ExecutionException | TimeoutException | JacksonException failure) {
            LOG.warn("{} does not answer about a link: {}", partner.slug(), failure.toString());
            return new Answer.Silent();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        }
    }

    private HttpRequest signed(Partner partner, URI address, byte[] body) {
        var id = UUID.randomUUID().toString();
        var signature = Signature.of(id, clock.instant(), body, partners.signingKeys(partner.id()));
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header(Signature.ID, id)
                .header(Signature.TIMESTAMP, String.valueOf(signature.timestamp()))
                .header(Signature.VALUE, String.valueOf(signature.value()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Answer read(Partner partner, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> new Answer.Yes(JSON.readTree(answer.body()));
            case 404 -> new Answer.No();
            default -> {
                LOG.warn("{} answers HTTP {} about a link", partner.slug(), answer.statusCode());
                yield new Answer.Silent();
            }
        };
    }
}
