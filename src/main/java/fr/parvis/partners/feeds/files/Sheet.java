package fr.parvis.partners.feeds.files;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table, read.
 *
 * @param columns the names in its first line
 * @param rows made anew each time that they are looked at
 */
public record Sheet(Set<String> columns, List<Row> rows) {

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 200;
    static final String NO_NAMES = "La première ligne doit porter les noms des colonnes.";

    /** What came of reading a file. */
    public sealed interface Outcome {

        /** Lines that could not be read are among its rows, with their faults. */
        record Read(Sheet sheet) implements Outcome {}

        /** Nothing of it can be used. */
        record Unreadable(Fault fault) implements Outcome {}
    }

    /** Reads a table, whatever its name says: an OpenDocument is a ZIP, and anything else is text. */
    public static Outcome read(byte[] content) {
        return read(content, column -> true);
    }

    /** Reads a table, of which only these columns are kept. */
    static Outcome read(byte[] content, Predicate<String> wanted) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K'
                ? new OdsReader(wanted).read(content)
                : CsvReader.of(content).read(wanted);
    }

    static Outcome unreadable(String code, String detail) {
        return new Outcome.Unreadable(new Fault(code, "", detail));
    }

    /** What is wrong with the names of the columns; null when nothing is. */
    static @Nullable Outcome fault(List<String> names) {
        if (names.stream().allMatch(String::isBlank)) {
            return unreadable("empty-file", NO_NAMES);
        }
        if (names.size() > MOST_COLUMNS) {
            return unreadable("too-many-columns", "Pas plus de " + MOST_COLUMNS + " colonnes.");
        }
        var named = names.stream().filter(name -> !name.isBlank()).toList();
        return Set.copyOf(named).size() == named.size()
                ? null
                : unreadable("same-columns", "Deux colonnes ont le même nom : donnez à chacune le sien.");
    }
}
