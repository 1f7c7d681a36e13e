package fr.parvis.demo.conservatoire;

import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Look;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Enrolments: filed, studied, discussed, paid, decided. */
public final class Conservatoire implements House {

    /** The pupil that the demo begins with. */
    public static final String MEMBER = "ELEVE-2041";

    public static final String TABLES = "fr/parvis/demo/vendors/conservatoire.sql";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> STEPS = List.of("Étude du dossier", "Commission d’admission", "Réponse");
    private static final Map<String, String> BUTTONS = buttons();

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    public Conservatoire(VendorDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Enrolment(String key, String member, String course, int step, String state) {}

    @Override
    public Look look() {
        return new Look("Conservatoire", "#4b2a6b", "#f6f2fa", "Palatino,serif");
    }

    @Override
    public String page() {
        return "<p>Inscriptions de l’année.</p>" + Html.buttons(MEMBER, Map.of("inscrire", "Nouvelle inscription"))
                + Html.table(
                        List.of("Dossier", "Cours", "Où il en est", "Faire arriver"),
                        all().map(one -> List.of(
                                        Html.escape(one.key()),
                                        Html.escape(one.course()),
                                        Html.escape(
                                                one.state().equals("ouvert")
                                                        ? STEPS.get(Math.min(one.step(), STEPS.size() - 1))
                                                        : one.state()),
                                        Html.buttons(one.key(), BUTTONS)))
                                .toList());
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.run(() -> {
            if (action.equals("inscrire")) {
                enrol(thing, "Cours de violon");
            } else {
                find(thing).forEach(enrolment -> act(action, enrolment));
            }
            return true;
        });
    }

    @Override
    public void begin() {
        if (all().findAny().isEmpty()) {
            database.run(() -> {
                var key = enrol(MEMBER, "Cours de piano");
                act("avancer", find(key).getFirst());
                act("piece", find(key).getFirst());
                return key;
            });
        }
    }

    private String enrol(String member, String course) {
        int number = (int) all().count() + 1;
        var key = "INS-%d-%03d".formatted(today().getYear(), number);
        database.jdbc()
                .sql("insert into enrolment values (:key, :member, :course, 0, 'ouvert')")
                .param("key", key)
                .param("member", member)
                .param("course", course)
                .update();
        tell("case.opened", find(key).getFirst(), Map.of("title", "Inscription : " + course, "path", path(key)));
        return key;
    }

    private void act(String action, Enrolment one) {
        switch (action) {
            case "avancer" -> advance(one);
            case "piece" ->
                tell("case.action-required", one, Map.of("todo", todo("DOCUMENT", "Envoyez le quotient familial", 10)));
            case "message" ->
                tell("case.message", one, Map.of("detail", "La salle de l’audition a changé.", "actor", "Mme Roux"));
            case "audition" -> tell("case.booking", one, Map.of("booking", audition()));
            case "droits" ->
                tell(
                        "case.amount-due",
                        one,
                        Map.of(
                                "amount",
                                Map.of(
                                        "cents",
                                        12_400,
                                        "before",
                                        today().plusDays(15).toString())));
            case "accepter" -> end(one, "case.decided", Map.of("decision", Map.of("outcome", "ACCEPTED")));
            case "refuser" -> end(one, "case.decided", Map.of("decision", Map.of("outcome", "REFUSED")));
            case "retirer" -> end(one, "case.withdrawn", Map.of());
            case "etat" ->
                tell("case.state", one, Map.of("title", "Inscription : " + one.course(), "steps", steps(one.step())));
            default -> {
                // a button of another house
            }
        }
    }

    private void advance(Enrolment one) {
        int step = Math.min(one.step() + 1, STEPS.size() - 1);
        change(one, step, "ouvert");
        tell("case.step", one, Map.of("steps", steps(step)));
    }

    private void end(Enrolment one, String type, Map<String, Object> data) {
        change(one, one.step(), "terminé");
        tell(type, one, data);
    }

    private void change(Enrolment one, int step, String state) {
        database.jdbc()
                .sql("update enrolment set step = :step, state = :state where key = :key")
                .param("step", step)
                .param("state", state)
                .param("key", one.key())
                .update();
    }

    private void tell(String type, Enrolment one, Map<String, Object> data) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.putIfAbsent("path", path(one.key()));
        outbox.tell(type, one.key(), Map.of("member", one.member()), whole);
    }

    private static Map<String, Object> steps(int step) {
        return Map.of(
                "done", step,
                "total", STEPS.size(),
                "now", STEPS.get(step),
                "upcoming", STEPS.subList(step + 1, STEPS.size()));
    }

    private Map<String, Object> todo(String kind, String label, int days) {
        return Map.of(
                "kind", kind, "label", label, "before", today().plusDays(days).toString());
    }

    private Map<String, Object> audition() {
        var from = today().plusDays(6).atTime(LocalTime.of(14, 0)).atZone(PARIS).toOffsetDateTime();
        return Map.of(
                "label",
                "Audition",
                "from",
                from.toString(),
                "to",
                from.plusMinutes(20).toString(),
                "place",
                "Salle Ravel");
    }

    private static String path(String key) {
        return "/inscriptions/" + key;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private Stream<Enrolment> all() {
        return database
                .jdbc()
                .sql("select * from enrolment order by key")
                .query(Conservatoire::enrolment)
                .list()
                .stream();
    }

    private List<Enrolment> find(String key) {
        return all().filter(one -> one.key().equals(key)).toList();
    }

    private static Enrolment enrolment(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                row.getString("key"),
                row.getString("member"),
                row.getString("course"),
                row.getInt("step"),
                row.getString("state"));
    }

    private static Map<String, String> buttons() {
        Map<String, String> buttons = new LinkedHashMap<>();
        buttons.put("avancer", "Étape suivante");
        buttons.put("piece", "Demander une pièce");
        buttons.put("message", "Écrire");
        buttons.put("audition", "Fixer l’audition");
        buttons.put("droits", "Demander les droits");
        buttons.put("accepter", "Accepter");
        buttons.put("refuser", "Refuser");
        buttons.put("retirer", "Retirer");
        buttons.put("etat", "Redire l’état");
        return buttons;
    }
}
