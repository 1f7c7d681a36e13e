package fr.parvis.demo.stationnement;

import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Look;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Subscriptions for residents' cars: a balance that hours of parking eat up, and a price each month. */
public final class Stationnement implements House {

    /** The driver that the demo begins with. */
    public static final String MEMBER = "USAGER-77310";

    public static final String TABLES = "fr/parvis/demo/vendors/stationnement.sql";

    private static final long MONTH = 1_800;
    private static final long HOURS = 240;
    private static final Map<String, String> BUTTONS = buttons();

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    public Stationnement(VendorDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Subscription(String key, String member, String plate, long due, long balance, String state) {}

    @Override
    public Look look() {
        return new Look("Stationnement", "#0b5d4e", "#eef7f4", "Verdana,sans-serif");
    }

    @Override
    public String page() {
        return "<p>Abonnements des résidents.</p>" + Html.buttons(MEMBER, Map.of("abonner", "Nouvel abonnement"))
                + Html.table(
                        List.of("Abonnement", "Véhicule", "À payer", "Solde", "État", "Faire arriver"),
                        all().stream()
                                .map(one -> List.of(
                                        Html.escape(one.key()),
                                        Html.escape(one.plate()),
                                        euros(one.due()),
                                        euros(one.balance()),
                                        Html.escape(one.state()),
                                        Html.buttons(one.key(), BUTTONS)))
                                .toList());
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.run(() -> {
            if (action.equals("abonner")) {
                subscribe(thing);
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
                subscribe(MEMBER);
                act("facturer", all().getFirst());
                return true;
            });
        }
    }

    private void subscribe(String member) {
        int number = all().size() + 1;
        var one = new Subscription(
                "ABO-%05d".formatted(number), member, "GH-%03d-PV".formatted(100 + number), 0, 1_240, "actif");
        database.jdbc()
                .sql("insert into subscription values (:key, :member, :plate, :due, :balance, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", "Abonnement de stationnement " + one.plate()));
        tellFacts(member);
    }

    private void act(String action, Subscription one) {
        switch (action) {
            case "stationner" -> change(one, one.due(), Math.max(0, one.balance() - HOURS), one.state());
            case "recharger" -> change(one, one.due(), one.balance() + 1_000, one.state());
            case "facturer" -> {
                change(one, MONTH, one.balance(), one.state());
                tell("case.amount-due", one, amount(MONTH));
            }
            case "encaisser" -> {
                change(one, 0, one.balance(), one.state());
                tell("case.amount-due", one, amount(0));
            }
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
        Map<String, Object> whole = new LinkedHashMap<>(data);
        whole.put("path", "/abonnements/" + one.key());
        outbox.tell(type, one.key(), Map.of("member", one.member()), whole);
    }

    private void tellFacts(String member) {
        var facts = all().stream()
                .filter(one -> one.member().equals(member) && one.state().equals("actif"))
                .map(one -> Map.<String, Object>of(
                        "text",
                        "Solde pour " + one.plate(),
                        "cents",
                        one.balance(),
                        "path",
                        "/abonnements/" + one.key()))
                .toList();
        outbox.tellFacts(member, facts);
    }

    private Map<String, Object> amount(long cents) {
        var before =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).plusDays(12);
        return Map.of("amount", Map.of("cents", cents, "before", before.toString()));
    }

    private static String euros(long cents) {
        return "%d,%02d\u00a0€".formatted(cents / 100, cents % 100);
    }

    private List<Subscription> all() {
        return database.jdbc()
                .sql("select * from subscription order by key")
                .query(Stationnement::subscription)
                .list();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getString("key"),
                row.getString("member"),
                row.getString("plate"),
                row.getLong("due_cents"),
                row.getLong("balance_cents"),
                row.getString("state"));
    }

    private static Map<String, String> buttons() {
        Map<String, String> buttons = new LinkedHashMap<>();
        buttons.put("stationner", "Deux heures de stationnement");
        buttons.put("recharger", "Recharger 10 €");
        buttons.put("facturer", "Facturer le mois");
        buttons.put("encaisser", "Encaisser");
        buttons.put("resilier", "Résilier");
        return buttons;
    }
}
