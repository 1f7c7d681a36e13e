package fr.parvis.procedures;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.person.Certificate;
import fr.parvis.procedures.person.Known;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a procedure: pages of one question or a tight group, some shown only when a condition holds. */
public record Form(List<FormPage> pages) {

    public Form {
        pages = List.copyOf(pages);
    }

    /** The pages a person with these answers goes through, in order; never empty. */
    public List<FormPage> visiblePages(Answers answers) {
        return pages.stream()
                .filter(page -> !page.shownFields(answers).isEmpty())
                .toList();
    }

    public Optional<FormPage> page(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }

    /**
     * Reads what a person sent for a page. The answers hold every well-formed value and the texts to correct, so that
     * a draft loses nothing; the errors say what to correct, in plain French, by field id. Files stay as they were: they do not come by this way.
     * What is typed in place of something proven is not even looked at.
     */
    public Reading read(FormPage page, Submission typed, Answers before, Known known) {
        var submitted = PageView.afterAction(page, typed);
        var reading = new PageReading(new Given.JustTyped(submitted), typed.staysOnPage(), known)
                .read(page, certified(before, known));
        return new Reading(
                certified(reading.answers(), known), typed.staysOnPage() ? FormErrors.none() : reading.errors());
    }

    /** What is missing or wrong on a page, judged from the answers kept; empty when the page is complete. */
    public FormErrors check(FormPage page, Answers answers) {
        return new PageReading(new Given.Kept(answers), false, Known.nothing())
                .read(page, answers)
                .errors();
    }

    /** The answers to what is asked, without those to questions that other answers have since hidden. */
    public Answers asked(Answers answers) {
        var shown = visiblePages(answers).stream()
                .flatMap(page -> page.shownFields(answers).stream())
                .map(Field::key)
                .collect(Collectors.toSet());
        return answers.only(shown);
    }

    /** The answers in words, page by page, as reviewed before sending, in the receipt and on the desk. */
    public List<SummarySection> summary(Answers answers) {
        return visiblePages(answers).stream()
                .map(page -> new SummarySection(page.key(), page.title(), Summary.lines(page, answers)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /** The answers to some questions in words, by the key of the question, in the order of the form. */
    public Map<String, List<SummaryLine>> summary(Answers answers, Collection<String> questions) {
        Map<String, List<SummaryLine>> lines = new LinkedHashMap<>();
        visiblePages(answers).stream()
                .flatMap(page -> page.shownFields(answers).stream())
                .filter(field -> questions.contains(field.key()))
                .forEach(field ->
                        lines.put(field.key(), Summary.lines(field, answers).toList()));
        return lines;
    }

    /** First answers made from what the account already knows of its holder. */
    public Answers prefilled(Known known) {
        var answers = Answers.empty();
        for (var page : pages) {
            for (var field : page.fields()) {
                answers = PageReading.prefilled(field, answers, known);
            }
        }
        return certified(answers, known);
    }

    /** The same answers, but that what is proven of the account holder now takes the place of anything else. */
    public Answers certified(Answers answers, Known known) {
        var certified = answers.typed();
        for (var page : pages) {
            for (var field : page.shownFields(certified)) {
                certified = PageReading.proven(field, certified, known);
            }
        }
        return certified;
    }

    /** The result of reading a page. */
    public record Reading(Answers answers, FormErrors errors) {}

    /** A page's answers in words. */
    public record SummarySection(String pageKey, String title, List<SummaryLine> lines) {}

    /**
     * A question and its answer in words; files beside it, if any.
     *
     * @param certificate what makes the answer proven; null when somebody typed it
     */
    public record SummaryLine(
            String label,
            String value,
            List<FileAnswer> files,
            @Nullable Certificate certificate) {

        SummaryLine(String label, String value, List<FileAnswer> files) {
            this(label, value, files, null);
        }

        public boolean isCertified() {
            return certificate != null;
        }
    }
}
