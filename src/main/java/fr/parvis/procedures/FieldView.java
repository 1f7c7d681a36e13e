package fr.parvis.procedures;

import fr.parvis.procedures.fields.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field ready to be shown by the templates {@code procedures/…}. */
public sealed interface FieldView {

    /**
     * What every question has.
     *
     * @param id the id in HTML; for choices, that of the first, where the error summary leads
     */
    record Head(
            String id,
            String name,
            String label,
            @Nullable String help,
            @Nullable String error,
            boolean optional) {

        /** The ids of hint and error, for aria-describedby; null when there are none. */
        public @Nullable String describedBy() {
            if (help == null && error == null) {
                return null;
            }
            return ((help == null ? "" : id + "-aide ") + (error == null ? "" : id + "-erreur")).strip();
        }

        /** "true" for a field to correct, as aria-invalid wants it. */
        public @Nullable String invalid() {
            return error == null ? null : "true";
        }
    }

    /**
     * A proven answer, to be read and not changed.
     *
     * @param mention by whom it was proven and when
     */
    record Certified(Head head, String answer, String mention) implements FieldView {}

    /** A box of one line. */
    record Line(
            Head head,
            String value,
            String type,
            @Nullable String autocomplete,
            @Nullable String inputmode,
            boolean brief,
            boolean suggestsAddresses)
            implements FieldView {}

    /** A box of several lines. */
    record Area(Head head, String value) implements FieldView {}

    /** Radio buttons, or check boxes when several may be chosen. */
    record Choice(Head head, boolean several, List<Option> options, List<String> chosen) implements FieldView {

        /** The id of an option: the field's own for the first. */
        public String id(int index) {
            return index == 0 ? head.id() : head.id() + "-" + index;
        }
    }

    /** One box to tick beside a statement. */
    record Agreement(Head head, boolean agreed) implements FieldView {}

    /** The files given so far, and room for more. */
    record FileList(Head head, List<FileAnswer> files, int max, String accept) implements FieldView {

        public boolean isFull() {
            return files.size() >= max;
        }
    }

    /** The items of a group. */
    record Items(Head head, String countName, String item, String add, List<List<FieldView>> items, int min, int max)
            implements FieldView {}

    /** Something to read. */
    record Reading(String title, List<String> paragraphs) implements FieldView {}
}
