package fr.parvis.testing.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Nu HTML checker (the W3C's), in process; a page already seen is not checked again. */
public final class HtmlChecker {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

    private HtmlChecker() {}

    /** What is wrong with this page, one line each; empty when it is valid HTML. */
    public static List<String> errors(String html) {
        return SEEN.computeIfAbsent(html, HtmlChecker::check);
    }

    private static List<String> check(String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setForceHTML(true);
        validator.setNoLangDetect(true);
        try {
            var report = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return StreamSupport.stream(JSON.readTree(report).path("messages").spliterator(), false)
                    .filter(message -> !"info".equals(message.path("type").asString("")))
                    .map(HtmlChecker::line)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SAXException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String line(JsonNode message) {
        return "line " + message.path("lastLine").asInt(0) + ": "
                + message.path("message").asString("") + " in "
                + message.path("extract").asString("").strip();
    }
}
