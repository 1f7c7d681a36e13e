package fr.parvis.demo.courrier;

import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.demo.vendors.Connection;
import fr.parvis.demo.vendors.Doors;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Inbox;
import fr.parvis.demo.vendors.Installation;
import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Pages;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.TownClient;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.demo.vendors.html.Look;
import fr.parvis.demo.vendors.html.Sheet;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters to the town hall: registered, sent to a unit, answered. Some are handed over by the town itself. */
public final class Courrier implements House {

    /** The correspondent that the demo begins with. */
    public static final String MEMBER = "CORR-5512";

    public static final String TABLES = "fr/parvis/demo/vendors/courrier.sql";

    static final List<String> STEPS = List.of("Enregistrement", "Étude par le service", "Projet de réponse");

    private static final int DAYS_TO_ANSWER = 10;

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Doors doors;
    private final Followers followers;
    private final Letters letters;
    private final Enclosures enclosures;
    private final Inbox inbox;
    private final TownMail mail;
    private final Clock clock;

    public Courrier(VendorDatabase database, Outbox outbox, Connection town, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.doors = new Doors("/courriers/", town.key());
        this.followers = new Followers(database);
        this.letters = new Letters(database, outbox, followers, doors);
        this.enclosures = new Enclosures(database, new TownClient(town, clock));
        this.inbox = new Inbox(database, town.key(), clock);
        this.mail = new TownMail(letters, enclosures);
        this.clock = clock;
    }

    /** Runs until it is stopped or its input ends, as its environment says: see {@link Installation}. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var site = Installation.of(System.getenv(), TABLES);
        var house = new Courrier(site.database(), site.outbox(), site.connection(), site.clock());
        site.begin(VendorProgram.start(site.port(), house, site.outbox()));
    }

    @Override
    public Look look() {
        return new Look("Mairie-courrier", "#7a1f2b", "#faf6f0", "'Courier New',monospace");
    }

    @Override
    public String page() {
        return new Register(letters, enclosures).page();
    }

    @Override
    public Optional<Sheet> open(String path) {
        return path.matches(Register.ENCLOSURES + "\\d{1,9}")
                ? enclosures.open(Long.parseLong(path.substring(Register.ENCLOSURES.length())))
                : doors.thing(path).flatMap(letters::find).map(this::sheet);
    }

    /** A letter as its author reads it. */
    private Sheet sheet(Letter one) {
        return Pages.residentCase(
                look(), outbox.town(), one.subject(), "Courrier", one.key(), "Où il en est", one.state());
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.change(() -> {
            if (action.equals("enregistrer")) {
                letters.register("member", thing, "Éclairage de la rue des Bas-Rogers");
            } else {
                letters.find(thing).filter(Letter::isOpen).ifPresent(one -> act(action, one));
            }
        });
    }

    @Override
    public void begin() {
        if (letters.ofName(MEMBER).isEmpty()) {
            database.change(
                    () -> act("transmettre", letters.register("member", MEMBER, "Bancs du square du Général-Leclerc")));
        }
    }

    @Override
    public boolean hear(Message message) {
        return inbox.take(message, this, mail);
    }

    /** Correspondents sign in with their account of the town, to which the mail room keeps their number. */
    @Override
    public String own(String sub, String member) {
        return followers.member(sub).orElse(member);
    }

    @Override
    public void meet(String member) {
        letters.all().stream()
                .filter(one -> one.name().equals(member) && one.isOpen())
                .forEach(one -> letters.tell(one, "case.state", whole(one)));
    }

    @Override
    public boolean fetch() {
        return enclosures.fetch();
    }

    private void act(String action, Letter one) {
        switch (action) {
            case "transmettre" -> letters.change(one, Letter.SENT_ON, "case.step", Parts.steps(STEPS, 1));
            case "demander" -> letters.change(one, Letter.ASKED, "case.action-required", photo());
            case "ecrire" -> letters.tell(one, "case.message", visit());
            case "favorable" -> answer(one, "ACCEPTED", "Le service propose d’intervenir dans le mois.");
            case "defavorable" ->
                answer(one, "REFUSED", "L’endroit relève du département\u00a0: le service propose de le lui signaler.");
            case "classer" -> letters.change(one, Letter.FILED, "case.closed", Map.of());
            case "rendre" -> letters.change(one, Letter.GIVEN_BACK, "case.withdrawn", Map.of());
            default -> {
                // a button of another house
            }
        }
    }

    private void answer(Letter one, String outcome, String why) {
        letters.change(one, Letter.ANSWERED, "case.decided", Parts.decision(outcome, why));
    }

    private Map<String, Object> whole(Letter one) {
        Map<String, Object> data = new HashMap<>(Parts.steps(STEPS, one.isStudied() ? 1 : 0));
        data.put("title", one.subject());
        if (one.state().equals(Letter.ASKED)) {
            data.putAll(photo());
        }
        return data;
    }

    private Map<String, Object> photo() {
        return Parts.todo(
                "DOCUMENT", "Envoyez une photo de l’endroit", Parts.today(clock).plusDays(DAYS_TO_ANSWER));
    }

    private static Map<String, Object> visit() {
        return Map.of("detail", "Un technicien passe voir sur place cette semaine.", "actor", "M. Lenoir");
    }
}
