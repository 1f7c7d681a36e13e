package fr.parvis.demo.mediatheque;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Connection;
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
    private final Shelf shelf;
    private final Inbox inbox;
    private final Clock clock;

    Loans(VendorDatabase database, Outbox outbox, Connection town, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.shelf = new Shelf(database, town.town());
        this.inbox = new Inbox(database, town.key(), clock);
        this.clock = clock;
    }

    Shelf shelf() {
        return shelf;
    }

    private record Loan(long number, String member, String title, LocalDate due) {}

    private record Hold(String key, String member, String title, String state) {}

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
                + Html.table(List.of("Réservation", "État", "Faire arriver"), holds(), Loans::row);
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
            holds().stream().filter(one -> one.key().equals(thing)).forEach(one -> onHold(action, one));
            outbox.tellFacts(MEMBER, facts());
        });
    }

    @Override
    public void begin() {
        if (loans().isEmpty() && holds().isEmpty()) {
            database.change(() -> {
                lend(4);
                lend(WEEKS_LENT * 7);
                reserve();
                onHold("disponible", holds().getFirst());
                outbox.tellFacts(MEMBER, facts());
            });
        }
    }

    @Override
    public boolean hear(Message message) {
        return inbox.takeLinks(message, this);
    }

    @Override
    public void meet(String sub, String member) {
        shelf.know(sub, member);
    }

    private void onReader(String action, String member) {
        if (!member.equals(MEMBER)) {
            return;
        }
        switch (action) {
            case "preter" -> lend(WEEKS_LENT * 7);
            case "reserver" -> reserve();
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
        switch (action) {
            case "disponible" -> change(one, "arrivé", "case.action-required", collect(one));
            case "emporter" -> {
                change(one, "emporté", "case.closed", Map.of("label", "Livre emporté"));
                lend(WEEKS_LENT * 7);
            }
            case "annuler" -> change(one, "annulé", "case.withdrawn", Map.of());
            default -> {
                // a button about something else
            }
        }
    }

    private Map<String, Object> collect(Hold one) {
        return Parts.todo(
                "APPOINTMENT",
                "Venez chercher « " + one.title() + " »",
                Parts.today(clock).plusDays(8));
    }

    private void lend(int days) {
        database.jdbc()
                .sql("insert into loan (member, title, due) values (:member, :title, :due)")
                .param("member", MEMBER)
                .param("title", BOOKS.get(loans().size() % BOOKS.size()))
                .param("due", Parts.today(clock).plusDays(days))
                .update();
    }

    private void reserve() {
        int number = holds().size() + 1;
        var one = new Hold("RES-" + number, MEMBER, BOOKS.get((number + 1) % BOOKS.size()), "demandé");
        database.jdbc()
                .sql("insert into hold values (:key, :member, :title, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", "Réservation : " + one.title()));
    }

    private void change(Hold one, String state, String type, Map<String, Object> data) {
        database.jdbc()
                .sql("update hold set state = :state where key = :key")
                .param("state", state)
                .param("key", one.key())
                .update();
        tell(type, one, data);
    }

    private void tell(String type, Hold one, Map<String, Object> data) {
        outbox.tell(type, CaseName.of(one.key(), one.member(), Shelf.PATH), data);
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

    private List<Hold> holds() {
        return database.jdbc()
                .sql("select key, member, title, state from hold order by length(key), key")
                .query(VendorDatabase.rows(Hold.class))
                .list();
    }
}
