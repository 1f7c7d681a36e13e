package fr.parvis.demo.stationnement;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Look;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.VendorDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Subscriptions for residents' cars: a balance that hours of parking eat up, and a price each month. */
public final class Stationnement implements House {

    /** The driver that the demo begins with. */
    public static final String MEMBER = "USAGER-77310";

    public static final String TABLES = "fr/parvis/demo/vendors/stationnement.sql";

    private static final long MONTH = 1_800;
    private static final long HOURS = 240;
    private static final long BEGINNING = 1_240;
    private static final String ACTIVE = "actif";
    private static final String[] BUTTONS = {
        "stationner", "Deux heures de stationnement",
        "recharger", "Recharger 10 €",
        "facturer", "Facturer le mois",
        "encaisser", "Encaisser",
        "resilier", "Résilier"
    };

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    public Stationnement(VendorDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Subscription(
            String key, String member, String plate, long dueCents, long balanceCents, String state) {

        String path() {
            return "/abonnements/" + key;
        }
    }

    @Override
    public Look look() {
        return new Look("Stationnement", "#0b5d4e", "#eef7f4", "Verdana,sans-serif");
    }

    @Override
    public String page() {
        return "<p>Abonnements des résidents.</p>" + Html.buttons(MEMBER, "abonner", "Nouvel abonnement")
                + Html.table(
                        List.of("Abonnement", "Véhicule", "À payer", "Solde", "État", "Faire arriver"),
                        all(),
                        one -> List.of(
                                Html.escape(one.key()),
                                Html.escape(one.plate()),
                                euros(one.dueCents()),
                                euros(one.balanceCents()),
                                Html.escape(one.state()),
                                Html.buttons(one.key(), BUTTONS)));
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
            });
        }
    }

    private void subscribe(String member) {
        int number = all().size() + 1;
        var one = new Subscription(
                "ABO-%05d".formatted(number), member, "GH-%03d-PV".formatted(100 + number), 0, BEGINNING, ACTIVE);
        database.jdbc()
                .sql("insert into subscription values (:key, :member, :plate, :dueCents, :balanceCents, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", "Abonnement de stationnement " + one.plate()));
        tellFacts(member);
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
        tell("case.amount-due", one, Parts.amount(cents, Parts.today(clock).plusDays(12)));
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
        outbox.tell(type, CaseName.of(one.key(), one.member(), one.path()), data);
    }

    private void tellFacts(String member) {
        var facts = all().stream()
                .filter(one -> one.member().equals(member) && one.state().equals(ACTIVE))
                .map(one -> Map.<String, Object>of(
                        "text", "Solde pour " + one.plate(), "cents", one.balanceCents(), "path", one.path()))
                .toList();
        outbox.tellFacts(member, facts);
    }

    private static String euros(long cents) {
        return "%d,%02d\u00a0€".formatted(cents / 100, cents % 100);
    }

    private List<Subscription> all() {
        return database.jdbc()
                .sql("select * from subscription order by key")
                .query(VendorDatabase.rows(Subscription.class))
                .list();
    }
}
