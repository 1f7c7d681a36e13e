package fr.parvis.demo.courrier;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Doors;
import fr.parvis.demo.vendors.Followers;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of letters; what changes in it is told to the town. */
final class Letters {

    private final VendorDatabase database;
    private final Outbox outbox;
    private final Followers followers;
    private final Doors doors;

    Letters(VendorDatabase database, Outbox outbox, Followers followers, Doors doors) {
        this.database = database;
        this.outbox = outbox;
        this.followers = followers;
        this.doors = doors;
    }

    /** Something that a letter says. */
    record Line(String title, String text) {}

    List<Letter> all() {
        return database.jdbc()
                .sql("select * from letter order by length(key), key")
                .query(VendorDatabase.rows(Letter.class))
                .list();
    }

    Optional<Letter> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The letter whose author the town knows by this name. */
    Optional<Letter> ofName(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The clerk and the town may do so at the same moment: each waits for the other's number. */
    Letter register(String named, String name, String subject) {
        database.jdbc().sql("lock table letter in share row exclusive mode").update();
        var one = new Letter("COURRIER-" + (all().size() + 1), named, name, subject, Letter.REGISTERED);
        database.jdbc()
                .sql("insert into letter values (:key, :named, :name, :subject, :state)")
                .paramSource(one)
                .update();
        tell(one, "case.opened", Map.of("title", subject, "label", "Courrier enregistré"));
        return one;
    }

    /** Moves a letter on, and tells it. */
    void change(Letter one, String state, String type, Map<String, Object> data) {
        mark(one, state);
        tell(one, type, data);
    }

    /** Moves a letter on by what the town told: it knows. */
    void mark(Letter one, String state) {
        database.jdbc()
                .sql("update letter set state = :state where key = :key")
                .param("state", state)
                .param("key", one.key())
                .update();
    }

    void tell(Letter one, String type, Map<String, Object> data) {
        caseName(one).ifPresent(name -> outbox.tell(type, name, data));
    }

    /**
     * Who follows a letter in the town has no page here; who came to the counter does, is known to the town by their
     * account, and not at all as long as they are not linked.
     */
    private Optional<CaseName> caseName(Letter one) {
        return one.isFromTown()
                ? Optional.of(new CaseName(one.key(), Map.of(Letter.FROM_TOWN, one.name()), null))
                : followers
                        .account(one.name())
                        .map(sub -> new CaseName(one.key(), Map.of("sub", sub), doors.path(one.key())));
    }

    void addLine(Letter one, Line line) {
        database.jdbc()
                .sql("insert into line (letter, title, text) values (:letter, :title, :text)")
                .param("letter", one.key())
                .param("title", line.title())
                .param("text", line.text())
                .update();
    }

    List<Line> lines(Letter one) {
        return database.jdbc()
                .sql("select title, text from line where letter = :letter order by number")
                .param("letter", one.key())
                .query(VendorDatabase.rows(Line.class))
                .list();
    }
}
