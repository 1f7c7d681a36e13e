package fr.parvis.demo.mediatheque;

import fr.parvis.demo.vendors.Pages;
import fr.parvis.demo.vendors.VendorDatabase;
import fr.parvis.demo.vendors.html.Html;
import fr.parvis.demo.vendors.html.Look;
import fr.parvis.demo.vendors.html.Sheet;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** What readers see of their own once they are signed in: loans, reservations, what they owe. */
final class Shelf {

    /** Where it is read. */
    static final String PATH = "/prets";

    private static final Look LOOK = new Look("Mes prêts", "#5b3b1c", "#f4efe6", "Georgia,serif");

    private final VendorDatabase database;
    private final URI town;

    Shelf(VendorDatabase database, URI town) {
        this.database = database;
        this.town = town;
    }

    private record Loan(String title, LocalDate due) {}

    private record Hold(String title, String state) {}

    /** The page of this account, and of no other. */
    Sheet of(RelyingParty.Reader reader) {
        var greeting =
                "<p>Bonjour " + Html.escape(reader.firstName()) + ". <a href=\"/deconnexion\">Se déconnecter</a></p>";
        return Pages.resident(LOOK, town, greeting + (isKnown(reader.sub()) ? content(reader.sub()) : unknown()));
    }

    private String content(String sub) {
        var loans = loans(sub);
        var holds = holds(sub);
        long owed = owed(sub);
        return "<h2>À rendre</h2>"
                + (loans.isEmpty()
                        ? "<p>Vous n’avez rien à rendre.</p>"
                        : Html.table(
                                List.of("Livre", "À rendre avant le"),
                                loans,
                                one -> List.of(Html.escape(one.title()), Html.day(one.due()))))
                + "<h2>Réservations</h2>"
                + (holds.isEmpty()
                        ? "<p>Vous n’attendez aucun livre.</p>"
                        : Html.table(
                                List.of("Livre", "Où il en est"),
                                holds,
                                one -> List.of(Html.escape(one.title()), Html.escape(one.state()))))
                + "<h2>Amendes</h2><p>"
                + (owed == 0 ? "Vous ne devez rien." : "Vous devez " + Html.euros(owed) + ", à régler au guichet.")
                + "</p>";
    }

    private String unknown() {
        return "<p>Aucune carte de lecteur n’est liée à votre compte. <a href=\""
                + Html.escape(town.resolve("/mes-services/mediatheque").toString())
                + "\">La lier, sur le site de la ville</a></p>";
    }

    private boolean isKnown(String sub) {
        return database.jdbc()
                .sql("select exists(select from follower where sub = :sub)")
                .param("sub", sub)
                .query(Boolean.class)
                .single();
    }

    private List<Loan> loans(String sub) {
        return database.jdbc()
                .sql("select title, due from loan join follower using (member) where sub = :sub order by due, number")
                .param("sub", sub)
                .query(VendorDatabase.rows(Loan.class))
                .list();
    }

    private List<Hold> holds(String sub) {
        return database.jdbc()
                .sql(
                        "select title, state from hold join follower using (member) where sub = :sub order by length(key), key")
                .param("sub", sub)
                .query(VendorDatabase.rows(Hold.class))
                .list();
    }

    private long owed(String sub) {
        return database.jdbc()
                .sql("select coalesce(sum(cents), 0) from fine join follower using (member) where sub = :sub")
                .param("sub", sub)
                .query(Long.class)
                .single();
    }
}
