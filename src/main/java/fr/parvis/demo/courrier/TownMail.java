package fr.parvis.demo.courrier;

import fr.parvis.demo.courrier.Letters.Line;
import fr.parvis.demo.vendors.Inbox;
import fr.parvis.demo.vendors.Parts;
import tools.jackson.databind.JsonNode;

/** What the town posts: a case handed over, what its author writes and sends afterwards, a case taken away. */
final class TownMail implements Inbox.Reader {

    private final Letters letters;
    private final Enclosures enclosures;

    TownMail(Letters letters, Enclosures enclosures) {
        this.letters = letters;
        this.enclosures = enclosures;
    }

    /** Types that this program does not know are left aside: the town has others, and will have more. */
    @Override
    public void read(String type, JsonNode data) {
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
