package fr.parvis.partners.webhooks;

import fr.parvis.partners.signing.Signature;
import fr.parvis.partners.webhooks.Envelope.Happened;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages that only try out how a partner's server receives ours: each leaves once, and is kept nowhere. */
@Component
public class TrialMessages {

    private final Envelope envelope;
    private final GuardedPost post;
    private final Clock clock;

    TrialMessages(Envelope envelope, GuardedPost post, Clock clock) {
        this.envelope = envelope;
        this.post = post;
        this.clock = clock;
    }

    /**
     * One of them, signed in whatever way is tried out.
     *
     * @param type of the event, which need not be one that we have
     */
    public record Trial(UUID id, String type, Instant signedAt, List<byte[]> keys) {}

    public Answer send(URI address, Trial trial) {
        var data = JsonMapper.shared().createObjectNode().put("text", "Message d’essai : il n’y a rien à faire.");
        var body = envelope.of(new Happened(trial.id(), trial.type(), "essai", clock.instant(), 1), data);
        return post.post(address, body, Signature.of(trial.id().toString(), trial.signedAt(), body, trial.keys()));
    }
}
