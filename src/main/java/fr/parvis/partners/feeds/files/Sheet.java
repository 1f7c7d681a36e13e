package fr.parvis.partners.feeds.files;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A table, read.
 *
 * @param columns the names in its first line
 */
public record Sheet(Set<String> columns, List<Row> rows) {

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 200;

    /** What came of reading a file. */
    public sealed interface Outcome {

        /** Lines that could not be read are among its rows, with their faults. */
        record Read(Sheet sheet) implements Outcome {}

        /** Nothing of it can be used. */
        record Unreadable(Fault fault) implements Outcome {}
    }

    /** Reads a table, whatever its name says: an OpenDocument is a ZIP, and anything else is text. */
    public static Outcome read(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K'
                ? new OdsReader().read(content)
                : CsvReader.of(content).read();
    }

    static Outcome unreadable(String code, String detail) {
        return new Outcome.Unreadable(new Fault(code, "", detail));
    }

    /** What is wrong with the names of the columns; null when nothing is. */
    static @Nullable Outcome fault(List<String> names) {
        if (names.stream().allMatch(String::isBlank)) {
            return unreadable("empty-file", "La première ligne doit porter les noms des colonnes.");
        }
        if (names.size() > MOST_COLUMNS) {
            return unreadable("too-many-columns", "Pas plus de " + MOST_COLUMNS + " colonnes.");
        }
        var named = names.stream().filter(name -> !name.isBlank()).toList();
        return Set.copyOf(named).size() == named.size()
                ? null
                : unreadable("same-columns", "Deux colonnes ont le même nom : donnez à chacune le sien.");
    }

    /** A line under the names of its columns. */
    static Row row(int line, List<String> names, List<String> cells) {
        var content = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            content.put(names.get(i), cells.get(i));
        }
        int missing = names.size() - cells.size();
        return missing == 0
                ? new Row(line, content, null)
                : new Row(
                        line,
                        content,
                        new Fault(
                                "wrong-columns",
                                "",
                                "Cette ligne a " + cells.size() + " valeurs pour " + names.size()
                                        + " colonnes : un séparateur manque, est en trop, ou n’est pas entre"
                                        + " guillemets."));
    }
}
