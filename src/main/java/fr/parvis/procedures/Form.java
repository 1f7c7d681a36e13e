package fr.parvis.procedures;

import fr.parvis.kernel.web.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a procedure: pages of one question or a tight group, some shown only when a condition holds. */
public record Form(List<FormPage> pages) {

    public Form {
        pages = List.copyOf(pages);
    }

    /** The pages a person with these answers goes through, in order; never empty. */
    public List<FormPage> visiblePages(Answers answers) {
        throw new UnsupportedOperationException();
    }

    public Optional<FormPage> page(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }

    /**
     * Reads what a person sent for a page. The answers hold every well-formed value, so that a draft keeps them; the
     * errors say what to correct, in plain French, by field id.
     */
    public Reading read(FormPage page, Submission typed, Answers before) {
        throw new UnsupportedOperationException();
    }

    /** What is missing or wrong on a page, judged from the answers kept; empty when the page is complete. */
    public FormErrors check(FormPage page, Answers answers) {
        throw new UnsupportedOperationException();
    }

    /** The answers in words, page by page, as reviewed before sending, in the receipt and on the desk. */
    public List<SummarySection> summary(Answers answers) {
        throw new UnsupportedOperationException();
    }

    /** First answers made from what the account already knows ("firstName", "lastName", "email"). */
    public Answers prefilled(Map<String, String> known) {
        throw new UnsupportedOperationException();
    }

    /** The result of reading a page. */
    public record Reading(Answers answers, FormErrors errors) {}

    /** A page's answers in words. */
    public record SummarySection(String pageKey, String title, List<SummaryLine> lines) {}

    /** A question and its answer in words; files beside it, if any. */
    public record SummaryLine(String label, String value, List<FileAnswer> files) {}
}
