package fr.parvis.procedures;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.person.Known;
import java.util.List;

/** A page of a form ready to be shown, with what was answered or typed, for the template {@code procedures/fields}. */
public record PageView(FormPage page, FormErrors errors, List<FieldView> fields) {

    /** The page with the answers kept so far, and with what was kept to be corrected. */
    public static PageView of(FormPage page, Answers answers) {
        var given = new Given.Kept(answers);
        var reading = new PageReading(given, true, Known.nothing());
        reading.read(page, answers);
        return make(page, given, answers, reading.mistakes());
    }

    /** The page with the answers kept so far and these errors, as of a page that is not complete. */
    public static PageView of(FormPage page, Answers answers, FormErrors errors) {
        return make(page, new Given.Kept(answers), answers, errors);
    }

    /** The page as it was sent, errors beside the fields, nothing typed lost; items added or removed as asked. */
    public static PageView corrected(FormPage page, Submission typed, Answers answers, FormErrors errors) {
        return make(page, new Given.JustTyped(afterAction(page, typed)), answers, errors);
    }

    /** Whether the form must be sent as multipart/form-data. */
    public boolean hasFiles() {
        return fields.stream().anyMatch(FieldView.FileList.class::isInstance);
    }

    /** Whether something on it is proven, and so not asked. */
    public boolean hasCertified() {
        return fields.stream().anyMatch(FieldView.Certified.class::isInstance);
    }

    /** What was sent, once the button pressed has added or removed an item of one of the page's groups. */
    static Submission afterAction(FormPage page, Submission typed) {
        var after = typed;
        for (var field : page.fields()) {
            if (field.kind() instanceof Group group) {
                after = after.afterAction(field.key(), group.max());
            }
        }
        return after;
    }

    private static PageView make(FormPage page, Given given, Answers answers, FormErrors errors) {
        return new PageView(page, errors, new FieldViews(given, answers, errors).of(page));
    }
}
