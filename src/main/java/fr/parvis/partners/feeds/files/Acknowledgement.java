package fr.parvis.partners.feeds.files;

import fr.parvis.partners.feeds.RowOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The acknowledgement of a file: a CSV file of what became of each line, for programs and for office software. */
public final class Acknowledgement {

    /** Without it, office software takes UTF-8 for Windows. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Acknowledgement() {}

    /** The file to download. */
    public static ResponseEntity<byte[]> answer(FeedFile file, List<RowOutcome> lines) {
        var name = ContentDisposition.attachment()
                .filename("accuse-" + file.id() + ".csv")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(bytes(file, lines));
    }

    static byte[] bytes(FeedFile file, List<RowOutcome> lines) {
        return csv(file, lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(FeedFile file, List<RowOutcome> lines) {
        var fault = file.fault();
        var whole = fault == null
                ? Stream.<String>empty()
                : Stream.of(line("", "", "refused", fault.code(), fault.detail()));
        var each = lines.stream()
                .map(line -> line(
                        String.valueOf(line.line()),
                        line.event(),
                        line.status().name().toLowerCase(Locale.ROOT),
                        line.code(),
                        line.detail()));
        return Stream.concat(
                        Stream.of(line("ligne", "evenement", "etat", "code", "explication")),
                        Stream.concat(whole, each))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    private static String line(@Nullable String... cells) {
        return Stream.of(cells).map(Acknowledgement::cell).collect(Collectors.joining(";"));
    }

    /** What a partner wrote may stand in an event's id: office software must not take it for a formula. */
    private static String cell(@Nullable String words) {
        var text = words == null ? "" : words;
        var harmless = text.matches("(?s)[=+\\-@\\t\\r|%].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
