package fr.parvis.demo.courrier;

import fr.parvis.demo.courrier.Letters.Line;
import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.Signing;
import fr.parvis.demo.vendors.VendorDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the town posts: a case handed over, what its author writes and sends afterwards, a case taken away. */
final class TownMail {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final VendorDatabase database;
    private final Letters letters;
    private final Enclosures enclosures;
    private final byte[] key;
    private final Clock clock;

    /**
     * The town's mail.
     *
     * @param key what the town signs its messages with
     */
    TownMail(VendorDatabase database, Letters letters, Enclosures enclosures, byte[] key, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.enclosures = enclosures;
        this.key = key.clone();
        this.clock = clock;
    }

    /** Whether a message is the town's. It is kept with its id and answered at once; work comes after. */
    boolean hear(Message message) {
        if (!Signing.isGood(key, message, clock.instant())) {
            return false;
        }
        database.change(() -> {
            if (isNew(message.id())) {
                read(message);
            }
        });
        return true;
    }

    private boolean isNew(String message) {
        return database.jdbc()
                        .sql("insert into heard values (:id, :at) on conflict do nothing")
                        .param("id", message)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private void read(Message message) {
        try {
            var event = JSON.readTree(message.body());
            take(event.path("type").asString(""), event.path("data"));
        } catch (JacksonException notForUs) {
            // signed, so it is the town's; but nothing that this program can read
        }
    }

    /** Types that this program does not know are left aside: the town has others, and will have more. */
    private void take(String type, JsonNode data) {
        var reference = data.path("reference").asString("");
        if (type.equals("fr.parvis.handover.opened.v1")) {
            open(reference, data);
            return;
        }
        letters.ofName(reference).ifPresent(letter -> {
            switch (type) {
                case "fr.parvis.handover.message.v1" -> {
                    letters.addLine(
                            letter, new Line("L’usager écrit", data.path("text").asString()));
                    goOn(letter, data);
                }
                case "fr.parvis.handover.document-added.v1" -> goOn(letter, data);
                case "fr.parvis.handover.withdrawn.v1" -> letters.mark(letter, Letter.TAKEN_AWAY);
                default -> {
                    // left aside
                }
            }
        });
    }

    private void open(String reference, JsonNode data) {
        var letter = letters.register(Letter.FROM_TOWN, reference, subject(data));
        var documents = data.path("documents").findValuesAsString("label");
        data.path("answers").values().stream()
                .map(answer -> new Line(
                        answer.path("label").asString(), answer.path("value").asString()))
                .filter(line -> !documents.contains(line.title()))
                .forEach(line -> letters.addLine(letter, line));
        enclosures.announce(letter, data);
    }

    /** What was asked for has come, or may have: it is no longer the author's turn. */
    private void goOn(Letter letter, JsonNode data) {
        enclosures.announce(letter, data);
        if (letter.state().equals(Letter.ASKED)) {
            letters.change(letter, Letter.SENT_ON, "case.step", Parts.steps(Courrier.STEPS, 1));
        }
    }

    /** What its author called it, where the town shares that. */
    private static String subject(JsonNode data) {
        return data.path("answers").values().stream()
                .filter(answer -> answer.path("key").asString().equals("objet"))
                .map(answer -> answer.path("value").asString())
                .findFirst()
                .orElseGet(() -> data.path("title").asString("Demande transmise par la ville"));
    }
}
