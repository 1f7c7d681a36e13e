package fr.parvis.demo.vendors.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values as browsers send them. */
public final class Form {

    private Form() {}

    /** Of a body, or of what follows the question mark; null for nothing. */
    public static Map<String, String> read(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var pair : (encoded == null ? "" : encoded).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
