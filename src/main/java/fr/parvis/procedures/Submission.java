package fr.parvis.procedures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser sent for a page: every value of every name, as typed. */
public record Submission(Map<String, List<String>> values) {

    /** The name of the buttons that do something else than go on. */
    static final String ACTION = "action";

    static final String ADD = "ajouter:";
    static final String REMOVE = "retirer:";
    static final String REMOVE_FILE = "retirer-fichier:";

    private static final Pattern REMOVAL = Pattern.compile("retirer:(\\w+):(\\d{1,3})");

    /** The first value of this name, or an empty text. */
    public String first(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * Whether a button was pressed that changes the page (an item or a file added or removed) rather than goes on: the
     * page is shown again, without blaming what is not yet filled in.
     */
    public boolean staysOnPage() {
        var action = first(ACTION);
        return action.startsWith(ADD) || action.startsWith(REMOVE) || action.startsWith(REMOVE_FILE);
    }

    /** The same with an item of a group added or removed, if that is the button pressed; at most {@code max} items. */
    Submission afterAction(String group, int max) {
        var action = first(ACTION);
        int items = items(group, max);
        if (action.equals(ADD + group) && items < max) {
            return withItems(group, items + 1);
        }
        var removal = REMOVAL.matcher(action);
        return removal.matches() && removal.group(1).equals(group)
                ? withoutItem(group, Integer.parseInt(removal.group(2)), items)
                : this;
    }

    /** How many items of a group the page had when it was sent. */
    int items(String group, int max) {
        var said = first(countName(group));
        if (said.matches("\\d{1,3}")) {
            return Math.min(Integer.parseInt(said), max);
        }
        int items = 0;
        for (int i = 0; i < max; i++) {
            var prefix = group + "[" + i + "].";
            if (values.keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
                items = i + 1;
            }
        }
        return items;
    }

    /** The name of the hidden input that says how many items the page shows. */
    static String countName(String group) {
        return group + ".nombre";
    }

    private Submission withItems(String group, int items) {
        var more = new HashMap<>(values);
        more.put(countName(group), List.of(String.valueOf(items)));
        return new Submission(more);
    }

    private Submission withoutItem(String group, int gone, int items) {
        if (gone >= items) {
            return this;
        }
        Map<String, List<String>> moved = new HashMap<>();
        var name = Pattern.compile(Pattern.quote(group) + "\\[(\\d{1,3})](\\..+)");
        values.forEach((key, value) -> {
            var match = name.matcher(key);
            int item = match.matches() ? Integer.parseInt(match.group(1)) : -1;
            if (item != gone) {
                moved.put(item > gone ? group + "[" + (item - 1) + "]" + match.group(2) : key, value);
            }
        });
        return new Submission(moved).withItems(group, items - 1);
    }
}
