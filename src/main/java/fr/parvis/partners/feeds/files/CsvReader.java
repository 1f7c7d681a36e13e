package fr.parvis.partners.feeds.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as office software writes it (RFC 4180 and what became of it): UTF-8 or Windows, with semicolons, commas or
 * tabs. A quote that is left open costs its own line, not those after it.
 */
final class CsvReader {

    private static final int LONGEST_QUOTED = 10_000;
    private static final char QUOTE = '"';
    private static final String SEPARATORS = ";,\t|";
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static CsvReader of(byte[] content) {
        var text = decode(content);
        return new CsvReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    Sheet.Outcome read(Predicate<String> wanted) {
        if (text.indexOf('\0') >= 0) {
            return Sheet.unreadable("not-a-table", "Ce fichier n’est ni du CSV ni un classeur ODS.");
        }
        var header = at < text.length() ? next() : List.<String>of();
        if (header == null) {
            return Sheet.unreadable("bad-header", "Un guillemet de la première ligne n’est pas refermé.");
        }
        var names = header.stream().map(String::strip).toList();
        var fault = Sheet.fault(names);
        if (fault != null) {
            return fault;
        }
        var lines = new Lines(names, wanted);
        while (fault == null && at < text.length()) {
            fault = addNext(lines);
        }
        return fault == null ? new Sheet.Outcome.Read(new Sheet(new LinkedHashSet<>(names), lines)) : fault;
    }

    private Sheet.@Nullable Outcome addNext(Lines lines) {
        int start = at;
        int startLine = line;
        var cells = next();
        if (cells == null) {
            at = start;
            line = startLine;
            return lines.addBroken(startLine, restOfLine());
        }
        return cells.equals(List.of("")) ? null : lines.add(startLine, 1, cells);
    }

    /** The values up to the end of the line; null when a quote is not closed as it should. */
    private @Nullable List<String> next() {
        List<String> cells = new ArrayList<>();
        while (true) {
            var cell = at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain();
            if (cell == null) {
                return null;
            }
            cells.add(cell);
            if (at >= text.length()) {
                return cells;
            }
            if (text.charAt(at) != separator) {
                endLine();
                return cells;
            }
            at++;
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private @Nullable String quoted() {
        var cell = new StringBuilder();
        for (at++; at < text.length() && cell.length() < LONGEST_QUOTED; at++) {
            char c = text.charAt(at);
            if (c != QUOTE) {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
                cell.append(QUOTE);
                at++;
            } else {
                at++;
                return at == text.length() || isEnd(text.charAt(at)) ? cell.toString() : null;
            }
        }
        return null;
    }

    private String restOfLine() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        var rest = text.substring(start, at);
        if (at < text.length()) {
            endLine();
        }
        return rest;
    }

    /** LF, CR LF, or the CR alone of old machines. */
    private void endLine() {
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
        line++;
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** The one that stands most often in the first line, outside quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char c = text.charAt(i);
            quoted ^= c == QUOTE;
            int index = SEPARATORS.indexOf(c);
            if (!quoted && index >= 0) {
                counts[index]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** What is not UTF-8 comes from Windows, whose table holds ISO-8859-1. */
    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
