package fr.parvis.procedures;

import fr.parvis.procedures.Form.SummaryLine;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.Information;
import fr.parvis.procedures.fields.OneText;
import fr.parvis.procedures.fields.SeveralOf;
import fr.parvis.procedures.fields.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of a page in words. */
final class Summary {

    private static final String NOT_GIVEN = "Non renseigné";

    private Summary() {}

    static List<SummaryLine> lines(FormPage page, Answers answers) {
        return page.shownFields(answers).stream()
                .flatMap(field -> lines(field, answers))
                .toList();
    }

    static Stream<SummaryLine> lines(Field field, Answers answers) {
        var value = answers.values().get(field.key());
        var certificate = answers.certificate(field.key()).orElse(null);
        return switch (field.kind()) {
            case Information ignored -> Stream.empty();
            case Files files -> Stream.of(files(field, files.files(value)));
            case Group group -> items(field, group, value);
            default -> Stream.of(new SummaryLine(field.label(), words(field, value), List.of(), certificate));
        };
    }

    private static SummaryLine files(Field field, List<FileAnswer> files) {
        var names = String.join(", ", files.stream().map(FileAnswer::name).toList());
        return new SummaryLine(field.label(), files.isEmpty() ? NOT_GIVEN : names, files);
    }

    private static Stream<SummaryLine> items(Field field, Group group, @Nullable Value value) {
        var items = group.items(value);
        if (items.isEmpty()) {
            return Stream.of(new SummaryLine(field.label(), NOT_GIVEN, List.of()));
        }
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(index -> group.fields().stream()
                        .map(child -> new SummaryLine(
                                group.item() + " " + (index + 1) + " – " + child.label(),
                                words(child, items.get(index).get(child.key())),
                                List.of())));
    }

    static String words(Field field, @Nullable Value value) {
        var words = switch (field.kind()) {
            case OneText kind -> value == null ? "" : kind.words(value);
            case SeveralOf kind -> value == null ? "" : kind.words(value);
            default -> "";
        };
        return words.isEmpty() ? NOT_GIVEN : words;
    }
}
