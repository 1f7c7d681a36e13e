package fr.parvis.applications.hearing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Goes through the parameters of a message and says of each what to think, those missing included. */
public final class Findings {

    private static final String MISSING = "(absent)";

    private final Map<String, List<String>> parameters;
    private final Masks masks;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    public Findings(Map<String, List<String>> parameters, Masks masks) {
        this.parameters = parameters;
        this.masks = masks;
    }

    /** Must be there, and right. */
    public Findings expect(String name, Predicate<String> right, String mending) {
        return parameters.containsKey(name) ? allow(name, right, mending) : put(Line.wrong(name, MISSING, mending));
    }

    /** May be missing, but must be right. */
    Findings allow(String name, Predicate<String> right, String mending) {
        if (parameters.containsKey(name)) {
            put(right.test(value(name)) ? Line.right(name, shown(name)) : Line.wrong(name, shown(name), mending));
        }
        return this;
    }

    /** Had better be there. */
    Findings advise(String name, String advice) {
        return put(value(name).isBlank() ? Line.note(name, MISSING, advice) : Line.right(name, shown(name)));
    }

    /** Must not be there. */
    public Findings refuse(String name, String mending) {
        return allow(name, value -> false, mending);
    }

    /** Something to know of a parameter that is there. */
    Findings remark(String name, String advice) {
        return put(Line.note(name, shown(name), advice));
    }

    Findings put(Line line) {
        lines.put(line.name(), line);
        return this;
    }

    String value(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** The lines, those nobody asked about last. */
    public List<Line> lines() {
        var all = new LinkedHashMap<>(lines);
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                all.put(name, Line.wrong(name, shown(name), "Envoyez " + name + " une seule fois."));
            } else {
                all.putIfAbsent(name, Line.right(name, shown(name)));
            }
        });
        return new ArrayList<>(all.values());
    }

    private String shown(String name) {
        return masks.shown(name, value(name));
    }
}
