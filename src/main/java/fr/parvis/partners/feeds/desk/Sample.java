package fr.parvis.partners.feeds.desk;

import fr.parvis.partners.feeds.Row;
import fr.parvis.partners.feeds.files.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few records that an administrator pasted, to see what would come out of them. */
sealed interface Sample {

    int MOST = 20;

    /** They can be tried. */
    record Read(List<Row> rows) implements Sample {}

    /** They cannot, in plain French. */
    record Unreadable(String why) implements Sample {}

    /**
     * Reads JSON (a record, a list of them, or an answer of the partner) or the lines of a table.
     *
     * @param list where the records are in an answer; empty when it is not known
     */
    static Sample read(String pasted, String list) {
        var text = pasted.strip();
        if (text.isEmpty()) {
            return new Unreadable("Collez un exemple : du JSON, ou les premières lignes d’un fichier CSV.");
        }
        return text.startsWith("{") || text.startsWith("[") ? json(text, list) : table(text);
    }

    private static Sample json(String text, String list) {
        try {
            var tree = JsonMapper.shared().readTree(text);
            var found = list.isEmpty() ? tree : tree.at(list);
            var records = found.isArray() ? found : tree;
            List<JsonNode> each = records.isArray() ? List.copyOf(records.values()) : List.of(records);
            List<Row> rows = new ArrayList<>();
            each.stream().limit(MOST).forEach(record -> rows.add(new Row(rows.size() + 1, record, null)));
            return rows.isEmpty() ? new Unreadable("Cette liste est vide.") : new Read(rows);
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            return new Unreadable("Ce n’est pas du JSON : ligne " + (place == null ? 1 : place.getLineNr()) + ".");
        }
    }

    private static Sample table(String text) {
        return switch (Sheet.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Sheet.Outcome.Unreadable(var fault) -> new Unreadable(fault.detail());
            case Sheet.Outcome.Read(var sheet)
            when sheet.rows().isEmpty() -> new Unreadable("Il manque au moins une ligne sous les noms des colonnes.");
            case Sheet.Outcome.Read(var sheet) ->
                new Read(sheet.rows().stream().limit(MOST).toList());
        };
    }
}
