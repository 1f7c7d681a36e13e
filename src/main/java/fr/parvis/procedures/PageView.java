package fr.parvis.procedures;

import fr.parvis.kernel.web.FormErrors;

/** A page of a form ready to be shown, with what was answered or typed, for the template {@code procedures/fields}. */
public record PageView(FormPage page, FormErrors errors) {

    /** The page with the answers kept so far. */
    public static PageView of(FormPage page, Answers answers) {
        throw new UnsupportedOperationException();
    }

    /** The page as it was sent, errors beside the fields, nothing typed lost. */
    public static PageView corrected(FormPage page, Submission typed, Answers answers, FormErrors errors) {
        throw new UnsupportedOperationException();
    }
}
