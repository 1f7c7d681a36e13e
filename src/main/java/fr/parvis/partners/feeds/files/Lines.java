package fr.parvis.partners.feeds.files;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.Row;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The lines of a table: of each, only what stands in the columns that are wanted, and no more in all than a server has
 * memory for, whatever a few bytes may unpack to. A row is made when it is asked for.
 */
final class Lines extends AbstractList<Row> implements RandomAccess {

    static final int MOST_CELLS = 2_000_000;

    /** Twice the largest file. */
    private static final int MOST_CHARACTERS = 40_000_000;

    private static final Fault BAD_QUOTES = new Fault(
            "bad-quotes", "", "Un guillemet n’est pas refermé, ou est au milieu d’une valeur : doublez-le (\"\").");

    private final List<String> names;
    private final int[] kept;
    private final List<Line> lines = new ArrayList<>();
    private long cells;
    private long characters;

    /** No line yet, under these columns. */
    Lines(List<String> names, Predicate<String> wanted) {
        this.names = names;
        this.kept = IntStream.range(0, names.size())
                .filter(i -> wanted.test(names.get(i)))
                .toArray();
    }

    private sealed interface Line {

        /** Of {@code width} values, those that are wanted. */
        record Cells(int number, int width, List<String> kept) implements Line {}

        /** As it stands, because it could not be taken apart. */
        record Broken(int number, String words) implements Line {}
    }

    /** Adds the same values for so many lines; what is wrong when that is more than can be, or else null. */
    Sheet.@Nullable Outcome add(int number, int repeated, List<String> values) {
        var wanted = IntStream.of(kept)
                .filter(i -> i < values.size())
                .mapToObj(values::get)
                .toList();
        int length = wanted.stream().mapToInt(String::length).sum();
        var fault = spend(repeated, wanted.size(), length);
        for (int i = 0; fault == null && i < repeated; i++) {
            lines.add(new Line.Cells(number + i, values.size(), wanted));
        }
        return fault;
    }

    /** Adds a line of which a quote is not closed as it should; what is wrong when that is one too many, or else null. */
    Sheet.@Nullable Outcome addBroken(int number, String words) {
        var fault = spend(1, 1, words.length());
        if (fault == null) {
            lines.add(new Line.Broken(number, words));
        }
        return fault;
    }

    private Sheet.@Nullable Outcome spend(int repeated, int width, int length) {
        if (lines.size() + repeated > Sheet.MOST_ROWS) {
            return Sheet.unreadable("too-many-rows", "Pas plus de " + Sheet.MOST_ROWS + " lignes par fichier.");
        }
        cells += (long) repeated * width;
        characters += (long) repeated * length;
        return cells <= MOST_CELLS && characters <= MOST_CHARACTERS
                ? null
                : Sheet.unreadable(
                        "too-many-cells",
                        "Ce tableau est trop grand : pas plus de " + MOST_CELLS + " cases et de " + MOST_CHARACTERS
                                + " caractères dans les colonnes lues. Coupez-le en plusieurs fichiers.");
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public Row get(int index) {
        return switch (lines.get(index)) {
            case Line.Broken(var number, var words) ->
                new Row(number, JsonNodeFactory.instance.stringNode(words), BAD_QUOTES);
            case Line.Cells(var number, var width, var values) -> row(number, width, values);
        };
    }

    private Row row(int number, int width, List<String> values) {
        var content = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            content.put(names.get(kept[i]), values.get(i));
        }
        return new Row(number, content, width == names.size() ? null : wrongColumns(width));
    }

    private Fault wrongColumns(int width) {
        return new Fault(
                "wrong-columns",
                "",
                "Cette ligne a " + width + " valeurs pour " + names.size()
                        + " colonnes : un séparateur manque, est en trop, ou n’est pas entre guillemets.");
    }

    /** Workbooks leave empty cells at the end of a line out. */
    List<String> padded(List<String> values) {
        int missing = names.size() - values.size();
        if (missing <= 0) {
            return values;
        }
        var padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(missing, ""));
        return padded;
    }
}
