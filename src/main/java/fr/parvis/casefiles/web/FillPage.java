package fr.parvis.casefiles.web;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.PageView;
import fr.parvis.procedures.Procedure;
import java.util.List;
import java.util.Optional;

/**
 * A page of a form as shown.
 *
 * @param number where the page stands among those this person goes through, from 1
 * @param total how many there are, the review counted
 */
public record FillPage(String slug, String title, String unit, PageView view, int number, int total, boolean last) {

    static FillPage of(Procedure procedure, Answers answers, PageView view) {
        var keys = keys(procedure, answers);
        int position = keys.indexOf(view.page().key());
        return new FillPage(
                procedure.slug(),
                procedure.title(),
                procedure.unit(),
                view,
                position + 1,
                keys.size() + 1,
                position == keys.size() - 1);
    }

    /** The page of this key if this person goes through it. */
    static Optional<FormPage> visible(Procedure procedure, Answers answers, String key) {
        return procedure.form().visiblePages(answers).stream()
                .filter(page -> page.key().equals(key))
                .findFirst();
    }

    /** The page before; the procedure's own page before the first. */
    static String before(Procedure procedure, Answers answers, String key) {
        var keys = keys(procedure, answers);
        int position = keys.indexOf(key);
        return position <= 0 ? "/demarches/" + procedure.slug() : href(procedure.slug(), keys.get(position - 1));
    }

    /** Where to go once a page is complete. */
    static String after(Procedure procedure, Answers answers, String key) {
        var keys = keys(procedure, answers);
        int next = keys.indexOf(key) + 1;
        return next < keys.size() ? href(procedure.slug(), keys.get(next)) : review(procedure.slug());
    }

    static String href(String slug, String page) {
        return "/demarches/" + slug + "/remplir/" + page;
    }

    /** The page, saying at once what is missing or wrong. */
    static String incomplete(String slug, String page) {
        return href(slug, page) + "?manque=1";
    }

    static String start(String slug) {
        return "/demarches/" + slug + "/commencer";
    }

    static String review(String slug) {
        return "/demarches/" + slug + "/verifier";
    }

    static FormErrors merge(FormErrors first, FormErrors second) {
        var merged = first;
        for (var error : second.byField().entrySet()) {
            merged = merged.and(error.getKey(), error.getValue());
        }
        return merged;
    }

    private static List<String> keys(Procedure procedure, Answers answers) {
        return procedure.form().visiblePages(answers).stream()
                .map(FormPage::key)
                .toList();
    }
}
