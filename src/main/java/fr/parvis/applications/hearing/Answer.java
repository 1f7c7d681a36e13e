package fr.parvis.applications.hearing;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we answered.
 *
 * @param good whether the application got what it asked, so far
 * @param summary in French
 */
record Answer(boolean good, String summary, List<Line> lines) {

    private static final Pattern CAS_FAILURE = Pattern.compile("code=\"([A-Z_]+)\"[^>]*>([^<]*)<");

    Answer {
        lines = List.copyOf(lines);
    }

    /**
     * Reads an answer.
     *
     * @param address where it leads; empty when it leads nowhere
     * @param body empty for a page
     */
    static Answer of(int status, String address, String body, Masks masks) {
        if (!address.isEmpty()) {
            return leading(address, masks);
        }
        if (body.startsWith("{")) {
            return json(status, body, masks);
        }
        if (body.startsWith("<cas:") || body.startsWith("yes\n") || body.startsWith("no\n")) {
            return cas(body);
        }
        return status < 400
                ? new Answer(
                        true,
                        body.isEmpty() ? "La personne est interrogée." : "Répondu, HTTP " + status + ".",
                        List.of())
                : new Answer(false, "Refusé, HTTP " + status + ".", List.of());
    }

    private static Answer leading(String address, Masks masks) {
        if (address.startsWith("/connexion")) {
            return new Answer(true, "La personne se connecte d’abord.", List.of());
        }
        if (address.startsWith("/")) {
            return new Answer(true, "La personne continue sur le portail.", List.of());
        }
        var query = URI.create(address).getRawQuery();
        var lines = lines(URLUtils.parseParameters(query == null ? "" : query), masks);
        boolean good = lines.stream().noneMatch(line -> line.name().equals("error"));
        return new Answer(good, "Retour vers " + address.replaceFirst("\\?.*", ""), lines);
    }

    private static Answer json(int status, String body, Masks masks) {
        List<Line> lines = new ArrayList<>();
        try {
            JsonMapper.shared()
                    .readTree(body)
                    .forEachEntry((name, value) -> lines.add(line(name, value.asString(), masks)));
        } catch (JacksonException notText) {
            return new Answer(status < 400, "Répondu, HTTP " + status + ".", List.of());
        }
        boolean good = status < 400;
        return new Answer(good, (good ? "Répondu" : "Refusé") + ", HTTP " + status + ".", lines);
    }

    private static Answer cas(String body) {
        var failure = CAS_FAILURE.matcher(body);
        if (failure.find()) {
            return new Answer(
                    false,
                    "Ticket refusé.",
                    List.of(Line.wrong(failure.group(1), failure.group(2), CasFailure.advice(failure.group(1)))));
        }
        return body.startsWith("no\n")
                ? new Answer(false, "Ticket refusé.", List.of())
                : new Answer(true, "Ticket accepté : la personne est connue de l’application.", List.of());
    }

    private static List<Line> lines(Map<String, List<String>> parameters, Masks masks) {
        return parameters.entrySet().stream()
                .map(parameter -> line(parameter.getKey(), String.join(" ", parameter.getValue()), masks))
                .toList();
    }

    private static Line line(String name, String value, Masks masks) {
        var shown = masks.shown(name, value);
        return name.equals("error") ? Line.wrong(name, shown, "") : Line.right(name, shown);
    }
}
