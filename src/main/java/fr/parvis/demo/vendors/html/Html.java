package fr.parvis.demo.vendors.html;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/** The few pieces that vendors' pages are made of. */
public final class Html {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);

    private Html() {}

    public static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /**
     * Buttons about one thing; each press says which and what.
     *
     * @param words an action and what its button says, and so on
     */
    public static String buttons(String thing, String... words) {
        var buttons = new StringBuilder();
        for (int i = 0; i < words.length; i += 2) {
            buttons.append("<button name=\"action\" value=\"%s\">%s</button> "
                    .formatted(escape(words[i]), escape(words[i + 1])));
        }
        return "<form method=\"post\"><input type=\"hidden\" name=\"thing\" value=\"%s\">%s</form>"
                .formatted(escape(thing), buttons);
    }

    /** A table with a row for each thing, whose cells are HTML already. */
    public static <T> String table(List<String> titles, List<T> things, Function<T, List<String>> row) {
        return "<table><thead><tr>"
                + titles.stream()
                        .map(title -> "<th scope=\"col\">" + title + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + things.stream()
                        .map(thing -> "<tr>" + cells(titles, row.apply(thing)) + "</tr>")
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    /** Each says its title, for screens that are too narrow for columns. */
    private static String cells(List<String> titles, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(n -> "<td data-title=\"" + escape(titles.get(n)) + "\">" + cells.get(n) + "</td>")
                .collect(Collectors.joining());
    }

    /** A day as people say it: "30 novembre". */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er " + MONTH.format(date) : DAY.format(date);
    }

    /** An amount of cents: "12,40 €". */
    public static String euros(long cents) {
        return "%d,%02d\u00a0€".formatted(cents / 100, cents % 100);
    }

    /** A page as what a house shows. */
    public static Sheet sheet(String page) {
        return new Sheet("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpExchange exchange, int status, String page) throws IOException {
        send(exchange, status, sheet(page));
    }

    /** Of whatever type it says to be, and of no other: what strangers sent is never taken for a page. */
    public static void send(HttpExchange exchange, int status, Sheet sheet) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", sheet.mediaType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, sheet.content().length);
        exchange.getResponseBody().write(sheet.content());
    }
}
