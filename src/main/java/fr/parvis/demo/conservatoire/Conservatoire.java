package fr.parvis.demo.conservatoire;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Look;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.VendorDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Enrolments: filed, studied, discussed, paid, decided. */
public final class Conservatoire implements House {

    /** The pupil that the demo begins with. */
    public static final String MEMBER = "ELEVE-2041";

    public static final String TABLES = "fr/parvis/demo/vendors/conservatoire.sql";

    private static final List<String> STEPS = List.of("Étude du dossier", "Commission d’admission", "Réponse");
    private static final String OPEN = "ouvert";
    private static final String[] BUTTONS = {
        "avancer", "Étape suivante",
        "piece", "Demander une pièce",
        "message", "Écrire",
        "audition", "Fixer l’audition",
        "droits", "Demander les droits",
        "accepter", "Accepter",
        "refuser", "Refuser",
        "retirer", "Retirer",
        "etat", "Redire l’état"
    };

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    public Conservatoire(VendorDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Enrolment(String key, String member, String course, int step, String state) {

        String standing() {
            return state.equals(OPEN) ? STEPS.get(step) : state;
        }

        String title() {
            return "Inscription : " + course;
        }
    }

    @Override
    public Look look() {
        return new Look("Conservatoire", "#4b2a6b", "#f6f2fa", "Palatino,serif");
    }

    @Override
    public String page() {
        return "<p>Inscriptions de l’année.</p>" + Html.buttons(MEMBER, "inscrire", "Nouvelle inscription")
                + Html.table(
                        List.of("Dossier", "Cours", "Où il en est", "Faire arriver"),
                        all(),
                        one -> List.of(
                                Html.escape(one.key()),
                                Html.escape(one.course()),
                                Html.escape(one.standing()),
                                Html.buttons(one.key(), BUTTONS)));
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.change(() -> {
            if (action.equals("inscrire")) {
                enrol(thing, "Cours de violon");
            } else {
                find(thing).forEach(one -> act(action, one));
            }
        });
    }

    @Override
    public void begin() {
        if (all().isEmpty()) {
            database.change(() -> {
                var key = enrol(MEMBER, "Cours de piano");
                find(key).forEach(one -> act("avancer", one));
                find(key).forEach(one -> act("piece", one));
            });
        }
    }

    private String enrol(String member, String course) {
        var key = "INS-%d-%03d".formatted(Parts.today(clock).getYear(), all().size() + 1);
        var one = new Enrolment(key, member, course, 0, OPEN);
        database.jdbc()
                .sql("insert into enrolment values (:key, :member, :course, :step, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", one.title()));
        return key;
    }

    private void act(String action, Enrolment one) {
        switch (action) {
            case "avancer" -> advance(one);
            case "piece" ->
                tell("case.action-required", one, Parts.todo("DOCUMENT", "Envoyez le quotient familial", day(10)));
            case "message" ->
                tell("case.message", one, Map.of("detail", "La salle de l’audition a changé.", "actor", "Mme Roux"));
            case "audition" -> tell("case.booking", one, audition());
            case "droits" -> tell("case.amount-due", one, Parts.amount(12_400, day(15)));
            case "accepter" -> end(one, "case.decided", Map.of("decision", Map.of("outcome", "ACCEPTED")));
            case "refuser" -> end(one, "case.decided", Map.of("decision", Map.of("outcome", "REFUSED")));
            case "retirer" -> end(one, "case.withdrawn", Map.of());
            case "etat" -> tell("case.state", one, whole(one));
            default -> {
                // a button of another house
            }
        }
    }

    private void advance(Enrolment one) {
        int step = Math.min(one.step() + 1, STEPS.size() - 1);
        change(one, step, OPEN);
        tell("case.step", one, Parts.steps(STEPS, step));
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
        outbox.tell(type, CaseName.of(one.key(), one.member(), "/inscriptions/" + one.key()), data);
    }

    private static Map<String, Object> whole(Enrolment one) {
        Map<String, Object> data = new HashMap<>(Parts.steps(STEPS, one.step()));
        data.put("title", one.title());
        return data;
    }

    private Map<String, Object> audition() {
        var from = day(6).atTime(LocalTime.of(14, 0)).atZone(Parts.TOWN).toOffsetDateTime();
        return Map.of(
                "booking",
                Map.of(
                        "label",
                        "Audition",
                        "from",
                        from.toString(),
                        "to",
                        from.plusMinutes(20).toString(),
                        "place",
                        "Salle Ravel"));
    }

    private LocalDate day(int further) {
        return Parts.today(clock).plusDays(further);
    }

    private List<Enrolment> all() {
        return database.jdbc()
                .sql("select * from enrolment order by key")
                .query(VendorDatabase.rows(Enrolment.class))
                .list();
    }

    private List<Enrolment> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).toList();
    }
}
