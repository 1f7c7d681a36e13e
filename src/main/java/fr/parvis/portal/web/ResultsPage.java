package fr.parvis.portal.web;

import fr.parvis.kernel.French;
import fr.parvis.portal.Category;
import java.util.List;

/**
 * What a search found.
 *
 * @param typed shown again in the search box
 * @param categories shown when nothing was found
 */
public record ResultsPage(String typed, List<Line> lines, List<Category> categories) {

    public String title() {
        return lines.isEmpty()
                ? "Aucun service trouvé"
                : French.count(lines.size(), "service trouvé", "services trouvés");
    }
}
