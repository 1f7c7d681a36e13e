package fr.parvis.procedures;

import fr.parvis.procedures.fields.Condition;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a form.
 *
 * @param intro a sentence under the title
 * @param fields in order; the conditions of the page are also those of each
 * @param rules what must hold between answers
 */
public record FormPage(String key, String title, @Nullable String intro, List<Field> fields, List<Rule> rules) {

    public FormPage {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    /** Something that must hold between answers, and what to say beside a field when it does not. */
    public record Rule(Condition that, String field, String message) {}

    /** How many more files this field takes; 0 when it takes none, or is not a field for files shown on this page. */
    public int roomForFiles(String field, Answers answers) {
        for (var candidate : shownFields(answers)) {
            if (candidate.key().equals(field) && candidate.kind() instanceof Files files) {
                return Math.max(0, files.max() - answers.files(field).size());
            }
        }
        return 0;
    }

    /** The keys of the fields of this page that take files, shown or not. */
    public List<String> fileFields() {
        return fields.stream()
                .filter(field -> field.kind() instanceof Files)
                .map(Field::key)
                .toList();
    }

    List<Field> shownFields(Answers answers) {
        return fields.stream().filter(field -> field.isShown(answers.values())).toList();
    }
}
