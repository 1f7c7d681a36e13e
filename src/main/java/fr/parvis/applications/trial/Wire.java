package fr.parvis.applications.trial;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.parvis.applications.hearing.Line;
import fr.parvis.applications.hearing.Masks;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Messages of our part in a trial, and how they are shown. */
final class Wire {

    private static final int PATIENCE_MILLIS = 5_000;

    private Wire() {}

    static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        request.setFollowRedirects(false);
        return request.send();
    }

    /** With secrets masked. */
    static Scene masked(Masks masks, String title, String words, Map<String, Object> content) {
        return scene(title, words, content, masks::shown);
    }

    /** As it is: the person it speaks of is the one who reads it. */
    static Scene plain(String title, String words, Map<String, Object> content) {
        return scene(title, words, content, (name, value) -> value);
    }

    static Scene failed(Exception failure) {
        return new Scene(
                "L’essai s’arrête ici",
                "Le portail ne s’est pas répondu à lui-même comme il le devrait : vérifiez qu’il s’atteint à son adresse"
                        + " publique.",
                false,
                List.of(Line.wrong("raison", String.valueOf(failure.getMessage()), "")));
    }

    private static Scene scene(String title, String words, Map<String, Object> content, BinaryOperator<String> shown) {
        var lines = content.entrySet().stream()
                .map(entry -> Line.right(entry.getKey(), shown.apply(entry.getKey(), text(entry.getValue()))))
                .toList();
        return new Scene(title, words, true, lines);
    }

    private static String text(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
