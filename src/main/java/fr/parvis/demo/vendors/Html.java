package fr.parvis.demo.vendors;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The few pieces that vendors' pages are made of. */
public final class Html {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final int JOURNAL = 20;

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
                        .map(thing -> "<tr>"
                                + row.apply(thing).stream()
                                        .map(cell -> "<td>" + cell + "</td>")
                                        .collect(Collectors.joining())
                                + "</tr>")
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    static String counter(House house, Outbox outbox) {
        var look = house.look();
        var trouble = outbox.trouble().isEmpty()
                ? ""
                : "<p><strong>La ville ne prend rien pour l’instant&nbsp;: " + escape(outbox.trouble())
                        + ". Tout est gardé.</strong></p>";
        var journal = table(List.of("Quand", "Événement", "Réponse de la ville"), outbox.journal(JOURNAL), Html::line);
        return """
                <!doctype html><html lang="fr"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title>
                <link rel="icon" href="data:,"><style>body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;font:17px/1.5 %2$s;background:%3$s;color:#222}
                h1,h2{color:%4$s}table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8885;vertical-align:top}
                form{display:inline}button{font:inherit;margin:.15rem;padding:.4rem .8rem;min-height:44px;border:0;background:%4$s;color:#fff;cursor:pointer}
                dd{margin:0 0 .5rem;white-space:pre-line}@media(max-width:45rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:2px solid %4$s}td{border:0}}</style></head>
                <body><main><h1>%1$s</h1>%5$s<h2>Ce qui a été dit à la ville</h2>%6$s%7$s
                <form method="post"><button name="action" value="renvoyer">Renvoyer ce qui a été refusé</button></form>
                </main></body></html>
                """.formatted(
                        escape(look.name()), look.font(), look.paper(), look.ink(), house.page(), trouble, journal);
    }

    public static void send(HttpExchange exchange, int status, String page) throws IOException {
        send(exchange, status, new Sheet("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of whatever type it says to be, and of no other: what strangers sent is never taken for a page. */
    static void send(HttpExchange exchange, int status, Sheet sheet) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", sheet.mediaType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, sheet.content().length);
        exchange.getResponseBody().write(sheet.content());
    }

    private static List<String> line(Outbox.Line line) {
        var answer = line.status() == null ? "à envoyer" : line.status();
        return List.of(
                MOMENT.format(line.at()),
                escape(line.label()),
                escape(line.fault() == null ? answer : answer + ", " + line.fault()));
    }
}
