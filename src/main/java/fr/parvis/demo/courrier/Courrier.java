package fr.parvis.demo.courrier;

import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Look;
import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Signing;
import fr.parvis.demo.vendors.VendorDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters to the town hall: registered, sent to a unit, answered. Some are handed over by the town itself. */
public final class Courrier implements House {

    /** The correspondent that the demo begins with. */
    public static final String MEMBER = "CORR-5512";

    public static final String TABLES = "fr/parvis/demo/vendors/courrier.sql";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> BUTTONS = buttons();

    private final VendorDatabase database;
    private final Outbox outbox;
    private final byte[] key;
    private final Clock clock;

    /**
     * The house.
     *
     * @param key what the town signs its messages with
     */
    public Courrier(VendorDatabase database, Outbox outbox, byte[] key, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.key = key.clone();
        this.clock = clock;
    }

    private record Letter(String key, String named, String name, String subject, String state) {}

    @Override
    public Look look() {
        return new Look("Mairie-courrier", "#7a1f2b", "#faf6f0", "'Courier New',monospace");
    }

    @Override
    public String page() {
        return "<p>Courriers à traiter.</p>" + Html.buttons(MEMBER, Map.of("enregistrer", "Enregistrer un courrier"))
                + Html.table(
                        List.of("Courrier", "Objet", "De", "État", "Faire arriver"),
                        all().stream()
                                .map(one -> List.of(
                                        Html.escape(one.key()),
                                        Html.escape(one.subject()),
                                        Html.escape(one.name()),
                                        Html.escape(one.state()),
                                        Html.buttons(one.key(), BUTTONS)))
                                .toList());
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.run(() -> {
            if (action.equals("enregistrer")) {
                register("member", thing, "Éclairage de la rue des Bas-Rogers");
            } else {
                all().stream().filter(one -> one.key().equals(thing)).forEach(one -> act(action, one));
            }
            return true;
        });
    }

    @Override
    public void begin() {
        if (all().isEmpty()) {
            database.run(() -> {
                register("member", MEMBER, "Bancs du square du Général-Leclerc");
                act("transmettre", all().getFirst());
                return true;
            });
        }
    }

    /** A request that the town handed over: signed by it, and taken once however often it comes. */
    @Override
    public boolean hear(Message message) {
        if (!Signing.isGood(key, message, clock.instant())) {
            return false;
        }
        return database.run(() -> {
            if (isNew(message.id())) {
                take(message);
            }
            return true;
        });
    }

    private void take(Message message) {
        try {
            var data = JSON.readTree(message.body()).path("data");
            var reference = data.path("reference").asString("");
            if (!reference.isEmpty()
                    && all().stream().noneMatch(one -> one.name().equals(reference))) {
                register("reference", reference, title(data));
            }
        } catch (JacksonException notForUs) {
            // signed, so it is the town's; but of a kind that this program does not know
        }
    }

    private static String title(JsonNode data) {
        var title = data.path("title").asString("");
        return title.isEmpty() ? "Demande transmise par la ville" : title;
    }

    private boolean isNew(String message) {
        return database.jdbc()
                        .sql("insert into heard values (:id, :at) on conflict do nothing")
                        .param("id", message)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private void register(String named, String name, String subject) {
        var one = new Letter("COURRIER-" + (all().size() + 1), named, name, subject, "enregistré");
        database.jdbc()
                .sql("insert into letter values (:key, :named, :name, :subject, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", subject, "label", "Courrier enregistré"));
    }

    private void act(String action, Letter one) {
        switch (action) {
            case "transmettre" -> change(one, "transmis", "case.step", Map.of("steps", steps()));
            case "demander" ->
                change(
                        one,
                        "précision demandée",
                        "case.action-required",
                        Map.of("todo", Map.of("kind", "ANSWER", "label", "Précisez l’endroit")));
            case "repondre" ->
                change(
                        one,
                        "répondu",
                        "case.decided",
                        Map.of(
                                "decision",
                                Map.of("outcome", "ACCEPTED"),
                                "detail",
                                "Le service passera la semaine prochaine."));
            case "classer" -> change(one, "classé", "case.closed", Map.of());
            default -> {
                // a button of another house
            }
        }
    }

    private static Map<String, Object> steps() {
        return Map.of("done", 1, "total", 2, "now", "Étude par le service", "upcoming", List.of("Réponse"));
    }

    private void change(Letter one, String state, String type, Map<String, Object> data) {
        database.jdbc()
                .sql("update letter set state = :state where key = :key")
                .param("state", state)
                .param("key", one.key())
                .update();
        tell(type, one, data);
    }

    private void tell(String type, Letter one, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("path", "/courriers/" + one.key());
        outbox.tell(type, one.key(), Map.of(one.named(), one.name()), whole);
    }

    private List<Letter> all() {
        return database.jdbc()
                .sql("select key, named, name, subject, state from letter order by length(key), key")
                .query((row, number) -> new Letter(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    private static Map<String, String> buttons() {
        Map<String, String> buttons = new LinkedHashMap<>();
        buttons.put("transmettre", "Transmettre au service");
        buttons.put("demander", "Demander une précision");
        buttons.put("repondre", "Répondre");
        buttons.put("classer", "Classer");
        return buttons;
    }
}
