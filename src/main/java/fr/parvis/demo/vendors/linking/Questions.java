package fr.parvis.demo.vendors.linking;

import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Reply;
import fr.parvis.demo.vendors.Signing;
import java.time.Clock;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions of the town about who is who: answered when they are signed and of now. */
public final class Questions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Reply NOT_THE_TOWN = new Reply(401, Map.of());
    private static final Reply NO_QUESTION = new Reply(400, Map.of());

    private final byte[] key;
    private final Clock clock;
    private final Proof proof;

    /**
     * The questions put to a house.
     *
     * @param key what the town signs them with
     */
    public Questions(byte[] key, Clock clock, Proof proof) {
        this.key = key.clone();
        this.clock = clock;
        this.proof = proof;
    }

    /** How a house is shown whose account it is. */
    public interface Proof {

        /** Answers a question whose signature was checked. */
        Reply answer(String type, JsonNode question);
    }

    public Reply answer(Message message) {
        if (!Signing.isGood(key, message, clock.instant())) {
            return NOT_THE_TOWN;
        }
        try {
            var question = JSON.readTree(message.body());
            return proof.answer(question.path("type").asString(""), question);
        } catch (JacksonException notJson) {
            return NO_QUESTION;
        }
    }
}
