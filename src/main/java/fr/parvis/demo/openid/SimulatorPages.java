package fr.parvis.demo.openid;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The two pages of the simulator: who signs in, and how it misbehaves. */
final class SimulatorPages {

    private SimulatorPages() {}

    /** The people to choose from; the request that led here goes along in hidden fields. */
    static String people(Rules rules, Map<String, String> request) {
        var hidden = request.entrySet().stream()
                .map(entry -> "<input type=hidden name=\"%s\" value=\"%s\">"
                        .formatted(escape(entry.getKey()), escape(entry.getValue())))
                .collect(Collectors.joining());
        var choices = rules.subjects().stream()
                .map(subject -> "<p><button name=person value=%s>%s</button> %s"
                        .formatted(subject.id(), subject.name(), subject.about()))
                .collect(Collectors.joining("\n"));
        return page(
                rules.name() + " (simulateur)",
                "<p>Ces personnes sont inventées. Qui êtes-vous\u00a0?</p><form method=post action=/api/v2/person>"
                        + hidden + choices + "<p><button name=person value=\"\">Renoncer</button></form>"
                        + "<p><a href=/_faults>Simuler une panne ou une réponse fausse</a>");
    }

    static String faults(Rules rules, Fault current) {
        var choices = Arrays.stream(Fault.values())
                .map(fault -> "<p><button name=mode value=%s%s>%s</button> %s"
                        .formatted(fault, fault == current ? " aria-pressed=true" : "", fault, fault.words()))
                .collect(Collectors.joining("\n"));
        return page(
                rules.name() + " (simulateur)\u00a0: pannes",
                "<p>En ce moment\u00a0: " + current.words() + ".</p><form method=post action=/_faults>" + choices
                        + "</form><form method=post action=/_rotate><p><button>Changer de clé de signature</button></form>");
    }

    private static String page(String title, String content) {
        return """
                <!doctype html><html lang=fr><meta charset=utf-8><meta name=viewport content="width=device-width">
                <title>%1$s</title><link rel=icon href="data:,"><style>body{font:1.1rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}
                button{font:inherit;padding:.5rem 1rem}</style><h1>%1$s</h1>%2$s</html>
                """.formatted(title, content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
