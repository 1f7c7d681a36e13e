package fr.parvis.demo.conservatoire;

import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Connection;
import fr.parvis.demo.vendors.Doors;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Inbox;
import fr.parvis.demo.vendors.Installation;
import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Pages;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.Reply;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.demo.vendors.html.Html;
import fr.parvis.demo.vendors.html.Look;
import fr.parvis.demo.vendors.html.Sheet;
import fr.parvis.demo.vendors.linking.Cards;
import fr.parvis.demo.vendors.linking.Cards.Holder;
import fr.parvis.demo.vendors.linking.Questions;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Enrolments: filed, studied, discussed, paid, decided. */
public final class Conservatoire implements House {

    /** The pupil that the demo begins with. */
    public static final String MEMBER = "ELEVE-2041";

    /** A pupil whom nobody linked yet. */
    static final String FREE = "ELEVE-2042";

    public static final String TABLES = "fr/parvis/demo/vendors/conservatoire.sql";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private static final List<String> STEPS = List.of("Étude du dossier", "Commission d’admission", "Réponse");
    private static final String OPEN = "ouvert";

    private static final String ASKED = "asked";
    private static final String BOOKED = "booked";
    private static final List<Holder> PUPILS =
            List.of(new Holder(MEMBER, "1988-05-07", "Zoé M."), new Holder(FREE, "2017-03-14", "Léo M."));
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
    private final Inbox inbox;
    private final Questions questions;
    private final Doors doors;
    private final Clock clock;

    public Conservatoire(VendorDatabase database, Outbox outbox, Connection town, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.inbox = new Inbox(database, town.key(), clock);
        this.questions = new Questions(town.key(), clock, new Cards(PUPILS));
        this.doors = new Doors("/inscriptions/", town.key());
        this.clock = clock;
    }

    private record Enrolment(
            String key,
            String member,
            String course,
            int step,
            String state,
            @Nullable String asked,
            @Nullable String booked) {

        String standing() {
            return state.equals(OPEN) ? STEPS.get(step) : state;
        }

        String title() {
            return "Inscription : " + course;
        }
    }

    /** Runs until it is stopped or its input ends, as its environment says: see {@link Installation}. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var site = Installation.of(System.getenv(), TABLES);
        var house = new Conservatoire(site.database(), site.outbox(), site.connection(), site.clock());
        site.begin(VendorProgram.start(site.port(), house, site.outbox()));
    }

    @Override
    public Look look() {
        return new Look("Conservatoire", "#4b2a6b", "#f6f2fa", "Palatino,serif");
    }

    @Override
    public String page() {
        return "<p>Inscriptions de l’année.</p>"
                + PUPILS.stream()
                        .map(pupil -> Html.buttons(pupil.card(), "inscrire", "Inscrire " + pupil.name()))
                        .collect(Collectors.joining())
                + Html.table(
                        List.of("Dossier", "Élève", "Cours", "Où il en est", "Faire arriver"),
                        all(),
                        one -> List.of(
                                Html.escape(one.key()),
                                Html.escape(one.member()),
                                Html.escape(one.course()),
                                Html.escape(one.standing()),
                                Html.buttons(one.key(), BUTTONS)));
    }

    @Override
    public Optional<Sheet> open(String path) {
        return doors.thing(path).flatMap(key -> find(key).stream().findFirst()).map(this::sheet);
    }

    private Sheet sheet(Enrolment one) {
        return Pages.residentCase(
                look(), outbox.town(), one.title(), "Dossier", one.key(), "Où il en est", one.standing());
    }

    @Override
    public boolean hear(Message message) {
        return inbox.takeLinks(message, this);
    }

    @Override
    public Reply answer(Message question) {
        return questions.answer(question);
    }

    @Override
    public void meet(String member) {
        all().stream()
                .filter(one -> one.member().equals(member) && one.state().equals(OPEN))
                .forEach(one -> act("etat", one));
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
                insert(FREE, "Éveil musical");
            });
        }
    }

    private String enrol(String member, String course) {
        var one = insert(member, course);
        tell("case.opened", one, Map.of("title", one.title()));
        return one.key();
    }

    /** The town takes nothing of a pupil whom nobody linked. */
    private Enrolment insert(String member, String course) {
        var key = "INS-%d-%03d".formatted(Parts.today(clock).getYear(), all().size() + 1);
        var one = new Enrolment(key, member, course, 0, OPEN, null, null);
        database.jdbc()
                .sql("insert into enrolment values (:key, :member, :course, :step, :state)")
                .paramSource(one)
                .update();
        return one;
    }

    private void act(String action, Enrolment one) {
        switch (action) {
            case "avancer" -> advance(one);
            case "piece" ->
                keep(
                        ASKED,
                        "case.action-required",
                        one,
                        Parts.todo("DOCUMENT", "Envoyez le quotient familial", day(10)));
            case "message" ->
                tell("case.message", one, Map.of("detail", "La salle de l’audition a changé.", "actor", "Mme Roux"));
            case "audition" -> keep(BOOKED, "case.booking", one, audition());
            case "droits" -> keep(ASKED, "case.amount-due", one, Parts.amount(12_400, day(15)));
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

    /** What was asked before is asked no longer. */
    private void change(Enrolment one, int step, String state) {
        database.jdbc()
                .sql("update enrolment set step = :step, state = :state, asked = null where key = :key")
                .param("step", step)
                .param("state", state)
                .param("key", one.key())
                .update();
    }

    /** Tells it, and keeps it to be told again with the rest. */
    private void keep(String column, String type, Enrolment one, Map<String, Object> data) {
        database.jdbc()
                .sql("update enrolment set " + column + " = :data where key = :key")
                .param("data", JSON.writeValueAsString(data))
                .param("key", one.key())
                .update();
        tell(type, one, data);
    }

    private void tell(String type, Enrolment one, Map<String, Object> data) {
        outbox.tell(type, CaseName.of(one.key(), one.member(), doors.path(one.key())), data);
    }

    private static Map<String, Object> whole(Enrolment one) {
        Map<String, Object> data = new HashMap<>(Parts.steps(STEPS, one.step()));
        data.put("title", one.title());
        data.putAll(kept(one.asked()));
        data.putAll(kept(one.booked()));
        return data;
    }

    private static Map<String, Object> kept(@Nullable String data) {
        return data == null ? Map.of() : JSON.readValue(data, DATA);
    }

    private Map<String, Object> audition() {
        var from = day(6).atTime(LocalTime.of(14, 0)).atZone(Parts.TOWN).toOffsetDateTime();
        return Parts.booking("Audition", from, from.plusMinutes(20), "Salle Ravel");
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
