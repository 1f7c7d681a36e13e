package fr.parvis.demo.mediatheque;

import fr.parvis.demo.mediatheque.Holds.Hold;
import fr.parvis.demo.vendors.Connection;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Inbox;
import fr.parvis.demo.vendors.Message;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.html.Html;
import fr.parvis.demo.vendors.html.Look;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's counter: loans and fines are facts of a reader, a book put aside is a case. */
final class Loans implements House {

    static final String MEMBER = "CARTE-10482";
    static final String TABLES = "fr/parvis/demo/vendors/mediatheque.sql";

    /** Where the library opens its counter. */
    static final String COUNTER = "/guichet";

    private static final int WEEKS_LENT = 3;
    private static final long FINE = 350;
    private static final List<String> BOOKS =
            List.of("Le Grand Meaulnes", "Pietr le Letton", "Les Belles Images", "Vingt Mille Lieues sous les mers");

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Followers followers;
    private final Holds holds;
    private final Shelf shelf;
    private final Inbox inbox;
    private final Clock clock;

    Loans(VendorDatabase database, Outbox outbox, Connection town, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.followers = new Followers(database);
        this.holds = new Holds(database, outbox, followers, clock);
        this.shelf = new Shelf(database, town.town());
        this.inbox = new Inbox(database, town.key(), clock);
        this.clock = clock;
    }

    Shelf shelf() {
        return shelf;
    }

    private record Loan(long number, String member, String title, LocalDate due) {}

    @Override
    public Look look() {
        return new Look("Médiathèque", "#5b3b1c", "#f4efe6", "Georgia,serif");
    }

    @Override
    public String page() {
        var forReader = Html.buttons(
                MEMBER,
                "preter",
                "Prêter un livre",
                "reserver",
                "Réserver un livre",
                "amende",
                "Compter une amende",
                "payer",
                "Encaisser l’amende");
        return "<p>Lectrice " + MEMBER + ".</p>" + forReader
                + Html.table(List.of("Prêt", "À rendre le", "Faire arriver"), loans(), Loans::row)
                + Html.table(List.of("Réservation", "État", "Faire arriver"), holds.all(), Loans::row);
    }

    private static List<String> row(Loan one) {
        var number = String.valueOf(one.number());
        return List.of(
                Html.escape(one.title()),
                Html.day(one.due()),
                Html.buttons(number, "rendre", "Rendre", "prolonger", "Prolonger"));
    }

    private static List<String> row(Hold one) {
        return List.of(
                Html.escape(one.title()),
                Html.escape(one.state()),
                Html.buttons(one.key(), "disponible", "Livre arrivé", "emporter", "Emporté", "annuler", "Annuler"));
    }

    @Override
    public void act(String action, Map<String, String> form) {
        var thing = form.getOrDefault("thing", "");
        database.change(() -> {
            onReader(action, thing);
            loans().stream()
                    .filter(one -> thing.equals(String.valueOf(one.number())))
                    .forEach(one -> onLoan(action, one));
            holds.all().stream().filter(one -> one.key().equals(thing)).forEach(one -> onHold(action, one));
            tellFacts();
        });
    }

    @Override
    public void begin() {
        if (loans().isEmpty() && holds.all().isEmpty()) {
            database.change(() -> {
                lend(4);
                lend(WEEKS_LENT * 7);
                holds.reserve(MEMBER, BOOKS);
                onHold("disponible", holds.all().getFirst());
                tellFacts();
            });
        }
    }

    @Override
    public boolean hear(Message message) {
        return inbox.takeLinks(message, this);
    }

    /** Readers sign in here with their account of the town, to which the library keeps their card. */
    @Override
    public String own(String sub, String member) {
        return followers.member(sub).orElse(member);
    }

    @Override
    public void meet(String member) {
        holds.tellAll(member);
        if (member.equals(MEMBER) && !facts().isEmpty()) {
            tellFacts();
        }
    }

    private void onReader(String action, String member) {
        if (!member.equals(MEMBER)) {
            return;
        }
        switch (action) {
            case "preter" -> lend(WEEKS_LENT * 7);
            case "reserver" -> holds.reserve(MEMBER, BOOKS);
            case "amende" -> fine(FINE);
            case "payer" -> fine(0);
            default -> {
                // a button about something else
            }
        }
    }

    private void onLoan(String action, Loan one) {
        if (action.equals("rendre")) {
            database.jdbc()
                    .sql("delete from loan where number = :number")
                    .param("number", one.number())
                    .update();
        } else if (action.equals("prolonger")) {
            database.jdbc()
                    .sql("update loan set due = :due where number = :number")
                    .param("due", one.due().plusWeeks(WEEKS_LENT))
                    .param("number", one.number())
                    .update();
        }
    }

    private void onHold(String action, Hold one) {
        holds.act(action, one);
        if (action.equals("emporter")) {
            lend(WEEKS_LENT * 7);
        }
    }

    private void lend(int days) {
        database.jdbc()
                .sql("insert into loan (member, title, due) values (:member, :title, :due)")
                .param("member", MEMBER)
                .param("title", BOOKS.get(loans().size() % BOOKS.size()))
                .param("due", Parts.today(clock).plusDays(days))
                .update();
    }

    private void tellFacts() {
        followers.account(MEMBER).ifPresent(sub -> outbox.tellFacts(Map.of("sub", sub), facts()));
    }

    private void fine(long cents) {
        database.jdbc()
                .sql(
                        "insert into fine values (:member, :cents) on conflict (member) do update set cents = excluded.cents")
                .param("member", MEMBER)
                .param("cents", cents)
                .update();
    }

    /** Loans with the first date that matters, then what is owed. */
    private List<Map<String, Object>> facts() {
        var facts = new ArrayList<Map<String, Object>>();
        var loans = loans();
        if (!loans.isEmpty()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("text", loans.size() == 1 ? "1 prêt à rendre" : loans.size() + " prêts à rendre");
            line.put("before", loans.getFirst().due().toString());
            line.put("todo", true);
            line.put("path", Shelf.PATH);
            facts.add(line);
        }
        var owed = owed();
        if (owed != null && owed > 0) {
            facts.add(Map.of("text", "Amende", "cents", owed, "path", Shelf.PATH));
        }
        return facts;
    }

    private @Nullable Long owed() {
        return database.jdbc()
                .sql("select cents from fine where member = :member")
                .param("member", MEMBER)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private List<Loan> loans() {
        return database.jdbc()
                .sql("select number, member, title, due from loan order by due, number")
                .query(VendorDatabase.rows(Loan.class))
                .list();
    }
}
