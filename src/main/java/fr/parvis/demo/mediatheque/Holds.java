package fr.parvis.demo.mediatheque;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.Parts;
import fr.parvis.demo.vendors.VendorDatabase;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books that readers asked for: each is a case until it is taken, or given up. */
final class Holds {

    private static final String ASKED_FOR = "demandé";
    private static final String HERE = "arrivé";

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Followers followers;
    private final Clock clock;

    Holds(VendorDatabase database, Outbox outbox, Followers followers, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.followers = followers;
        this.clock = clock;
    }

    record Hold(String key, String member, String title, String state) {

        String subject() {
            return "Réservation : " + title;
        }

        boolean isHere() {
            return state.equals(HERE);
        }

        boolean isOpen() {
            return isHere() || state.equals(ASKED_FOR);
        }
    }

    List<Hold> all() {
        return database.jdbc()
                .sql("select key, member, title, state from hold order by length(key), key")
                .query(VendorDatabase.rows(Hold.class))
                .list();
    }

    void reserve(String member, List<String> books) {
        int number = all().size() + 1;
        var one = new Hold("RES-" + number, member, books.get((number + 1) % books.size()), ASKED_FOR);
        database.jdbc()
                .sql("insert into hold values (:key, :member, :title, :state)")
                .paramSource(one)
                .update();
        tell("case.opened", one, Map.of("title", one.subject()));
    }

    void act(String action, Hold one) {
        switch (action) {
            case "disponible" -> change(one, HERE, "case.action-required", collect(one));
            case "emporter" -> change(one, "emporté", "case.closed", Map.of("label", "Livre emporté"));
            case "annuler" -> change(one, "annulé", "case.withdrawn", Map.of());
            default -> {
                // a button about something else
            }
        }
    }

    /** Tells again where each of a reader's stands. */
    void tellAll(String member) {
        all().stream()
                .filter(one -> one.member().equals(member) && one.isOpen())
                .forEach(one -> tell("case.state", one, whole(one)));
    }

    private Map<String, Object> whole(Hold one) {
        Map<String, Object> data = new HashMap<>(Parts.steps(List.of("Réservation en cours"), 0));
        data.put("title", one.subject());
        if (one.isHere()) {
            data.putAll(collect(one));
        }
        return data;
    }

    private Map<String, Object> collect(Hold one) {
        return Parts.todo(
                "APPOINTMENT",
                "Venez chercher « " + one.title() + " »",
                Parts.today(clock).plusDays(8));
    }

    private void change(Hold one, String state, String type, Map<String, Object> data) {
        database.jdbc()
                .sql("update hold set state = :state where key = :key")
                .param("state", state)
                .param("key", one.key())
                .update();
        tell(type, one, data);
    }

    /** Of who signs in here, the town knows the account; it takes nothing of whom nobody linked. */
    private void tell(String type, Hold one, Map<String, Object> data) {
        followers
                .account(one.member())
                .ifPresent(sub -> outbox.tell(type, new CaseName(one.key(), Map.of("sub", sub), Shelf.PATH), data));
    }
}
