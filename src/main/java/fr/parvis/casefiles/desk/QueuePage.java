package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.desk.Desk.Filter;
import fr.parvis.casefiles.desk.Desk.Load;
import fr.parvis.casefiles.desk.Desk.View;
import fr.parvis.kernel.French;
import java.util.List;
import java.util.stream.Stream;

/**
 * The queue as shown.
 *
 * @param unit names of the agent's units
 * @param typed what was searched; empty for the queue itself
 */
public record QueuePage(
        Filter filter, List<Row> rows, boolean more, Load load, List<Choice> procedures, String unit, String typed) {

    /**
     * A line.
     *
     * @param holder the partner that has the case; empty when none has
     * @param dueLook style of its due date
     * @param news what the resident just sent; empty for nothing
     */
    public record Row(
            String reference,
            String procedure,
            String applicant,
            String step,
            String holder,
            String due,
            String dueLook,
            String assignee,
            String news) {}

    /** A procedure to filter by. */
    public record Choice(String slug, String title) {}

    static View view(String path) {
        return Stream.of(View.values())
                .filter(view -> path(view).equals(path))
                .findFirst()
                .orElse(View.TO_DO);
    }

    public boolean isSearch() {
        return !typed.isEmpty();
    }

    public String title() {
        return isSearch() ? "Recherche" + French.NBSP + ": " + typed : title(filter.view());
    }

    static String title(View view) {
        return switch (view) {
            case TO_DO -> "À traiter";
            case WAITING -> "En attente de l’usager";
            case ELSEWHERE -> "Chez un partenaire";
            case DECIDED -> "Décidés";
        };
    }

    public String path() {
        return path(filter.view());
    }

    static String path(View view) {
        return switch (view) {
            case TO_DO -> "/bureau";
            case WAITING -> "/bureau/en-attente";
            case ELSEWHERE -> "/bureau/chez-un-partenaire";
            case DECIDED -> "/bureau/decides";
        };
    }

    /** "1 en retard, 3 à finir aujourd’hui." */
    public String loadInWords() {
        return French.count(load.late(), "en retard", "en retard") + ", " + load.today() + French.NBSP
                + "à finir aujourd’hui.";
    }

    public String href(int page) {
        var procedure = filter.procedure();
        return path() + "?page=" + page + (filter.mine() ? "&moi=true" : "")
                + (procedure == null ? "" : "&demarche=" + procedure);
    }
}
