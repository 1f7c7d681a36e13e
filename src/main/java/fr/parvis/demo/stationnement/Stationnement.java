package fr.parvis.demo.stationnement;

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
import fr.parvis.demo.vendors.linking.Codes;
import fr.parvis.demo.vendors.linking.Codes.Customer;
import fr.parvis.demo.vendors.linking.Questions;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Subscriptions for residents' cars: a balance that hours of parking eat up, and a price each month. */
public final class Stationnement implements House {

    /** The driver that the demo begins with. */
    public static final String MEMBER = "USAGER-77310";

    /** A driver whom nobody linked yet. */
    static final String FREE = "USAGER-77311";

    public static final String TABLES = "fr/parvis/demo/vendors/stationnement.sql";

    private static final long MONTH = 1_800;
    private static final long HOURS = 240;
    private static final long BEGINNING = 1_240;
    private static final String ACTIVE = "actif";
    private static final List<Customer> DRIVERS =
            List.of(new Customer(MEMBER, "Zoé M.", "06 •• •• •• 10"), new Customer(FREE, "Sacha M.", "06 •• •• •• 11"));
    private static final String[] BUTTONS = {
        "stationner", "Deux heures de stationnement",
        "recharger", "Recharger 10 €",
        "facturer", "Facturer le mois",
        "encaisser", "Encaisser",
        "resilier", "Résilier"
    };

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Codes codes;
    private final Questions questions;
    private final Doors doors;
    private final Clock clock;

    public Stationnement(VendorDatabase database, Outbox outbox, Connection town, Clock clock, RandomGenerator random) {
        this.database = database;
        this.outbox = outbox;
        this.inbox = new Inbox(database, town.key(), clock);
        this.codes = new Codes(DRIVERS, clock, random);
        this.questions = new Questions(town.key(), clock, codes);
        this.doors = new Doors("/abonnements/", town.key());
        this.clock = clock;
    }

    private record Subscription(
            String key, String member, String plate, long dueCents, long balanceCents, String state) {

        String title() {
            return "Abonnement de stationnement " + plate;
        }

        boolean isActive() {
            return state.equals(ACTIVE);
        }
    }

    /** Runs until it is stopped or its input ends, as its environment says: see {@link Installation}. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var site = Installation.of(System.getenv(), TABLES);
        var house =
                new Stationnement(site.database(), site.outbox(), site.connection(), site.clock(), new SecureRandom());
        site.begin(VendorProgram.start(site.port(), house, site.outbox()));
    }

    @Override
    public Look look() {
        return new Look("Parking Zola", "#0b5d4e", "#eef7f4", "Verdana,sans-serif");
    }

    @Override
    public String page() {
        return "<p>Abonnements des résidents.</p>"
                + DRIVERS.stream()
                        .map(driver -> Html.buttons(driver.number(), "abonner", "Abonner " + driver.name()))
                        .collect(Collectors.joining())
                + Html.table(
                        List.of("Abonnement", "Usager", "Véhicule", "À payer", "Solde", "État", "Faire arriver"),
                        all(),
                        one -> List.of(
                                Html.escape(one.key()),
                                Html.escape(one.member()),
                                Html.escape(one.plate()),
                                Html.euros(one.dueCents()),
                                Html.euros(one.balanceCents()),
                                Html.escape(one.state()),
                                Html.buttons(one.key(), BUTTONS)))
                + codes.page();
    }

    @Override
    public Optional<Sheet> open(String path) {
        return doors.thing(path)
                .flatMap(key ->
                        all().stream().filter(one -> one.key().equals(key)).findFirst())
                .map(this::sheet);
    }

    private Sheet sheet(Subscription one) {
        return Pages.residentCase(
                look(),
                outbox.town(),
                one.title(),
                "À payer",
                Html.euros(one.dueCents()),
                "Solde",
                Html.euros(one.balanceCents()),
                "État",
                one.state());
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
        var theirs = all().stream()
                .filter(one -> one.member().equals(member) && one.isActive())
                .toList();
        theirs.forEach(this::tellState);
        if (!theirs.isEmpty()) {
            tellFacts(member);
        }
    }

    private void tellState(Subscription one) {
        Map<String, Object> data = new HashMap<>(Parts.steps(List.of("Abonnement en cours"), 0));
        data.put("title", one.title());
        if (one.dueCents() > 0) {
            data.putAll(due(one.dueCents()));
        }
        tell("case.state", one, data);
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.change(() -> {
            if (action.equals("abonner")) {
                subscribe(thing);
            } else {
                all().stream().filter(one -> one.key().equals(thing)).forEach(one -> act(action, one));
            }
        });
    }

    @Override
    public void begin() {
        if (all().isEmpty()) {
            database.change(() -> {
                subscribe(MEMBER);
                act("facturer", all().getFirst());
                insert(FREE);
            });
        }
    }

    private void subscribe(String member) {
        var one = insert(member);
        tell("case.opened", one, Map.of("title", one.title()));
        tellFacts(member);
    }

    /** The town takes nothing of a driver whom nobody linked. */
    private Subscription insert(String member) {
        int number = all().size() + 1;
        var one = new Subscription(
                "ABO-%05d".formatted(number), member, "GH-%03d-PV".formatted(100 + number), 0, BEGINNING, ACTIVE);
        database.jdbc()
                .sql("insert into subscription values (:key, :member, :plate, :dueCents, :balanceCents, :state)")
                .paramSource(one)
                .update();
        return one;
    }

    private void act(String action, Subscription one) {
        switch (action) {
            case "stationner" -> change(one, one.dueCents(), Math.max(0, one.balanceCents() - HOURS), one.state());
            case "recharger" -> change(one, one.dueCents(), one.balanceCents() + 1_000, one.state());
            case "facturer" -> bill(one, MONTH);
            case "encaisser" -> bill(one, 0);
            case "resilier" -> {
                change(one, 0, 0, "résilié");
                tell("case.closed", one, Map.of("label", "Abonnement résilié"));
            }
            default -> {
                // a button of another house
            }
        }
        tellFacts(one.member());
    }

    private void bill(Subscription one, long cents) {
        change(one, cents, one.balanceCents(), one.state());
        tell("case.amount-due", one, due(cents));
    }

    private Map<String, Object> due(long cents) {
        return Parts.amount(cents, Parts.today(clock).plusDays(12));
    }

    private void change(Subscription one, long due, long balance, String state) {
        database.jdbc()
                .sql(
                        "update subscription set due_cents = :due, balance_cents = :balance, state = :state where key = :key")
                .param("due", due)
                .param("balance", balance)
                .param("state", state)
                .param("key", one.key())
                .update();
    }

    private void tell(String type, Subscription one, Map<String, Object> data) {
        outbox.tell(type, CaseName.of(one.key(), one.member(), doors.path(one.key())), data);
    }

    private void tellFacts(String member) {
        var facts = all().stream()
                .filter(one -> one.member().equals(member) && one.isActive())
                .map(one -> Map.<String, Object>of(
                        "text",
                        "Solde pour " + one.plate(),
                        "cents",
                        one.balanceCents(),
                        "path",
                        doors.path(one.key())))
                .toList();
        outbox.tellFacts(Map.of("member", member), facts);
    }

    private List<Subscription> all() {
        return database.jdbc()
                .sql("select * from subscription order by key")
                .query(VendorDatabase.rows(Subscription.class))
                .list();
    }
}
