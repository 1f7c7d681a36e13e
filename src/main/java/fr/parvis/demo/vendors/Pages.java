package fr.parvis.demo.vendors;

import fr.parvis.demo.vendors.html.Html;
import fr.parvis.demo.vendors.html.Look;
import fr.parvis.demo.vendors.html.Sheet;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The pages that every vendor has: where its site begins, the clerk's counter, a resident's case. */
public final class Pages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final int JOURNAL = 20;
    private static final String COUNTER = "<p><a href=\"/guichet\">Le guichet</a>, pour faire arriver des choses.</p>";

    private Pages() {}

    /** Something of a resident's, which they read here and do in the town. */
    public static Sheet resident(Look look, URI town, String content) {
        return Html.sheet(frame(look, town, look.name(), content));
    }

    /**
     * A case of a resident's.
     *
     * @param facts a title and what stands under it, and so on
     */
    public static Sheet residentCase(Look look, URI town, String title, String... facts) {
        var list = new StringBuilder();
        for (int i = 0; i < facts.length; i += 2) {
            list.append("<dt>%s</dt><dd>%s</dd>".formatted(Html.escape(facts[i]), Html.escape(facts[i + 1])));
        }
        return resident(look, town, "<h2>" + Html.escape(title) + "</h2><dl>" + list + "</dl>");
    }

    static String home(House house, Outbox outbox) {
        return frame(
                house.look(),
                outbox.town(),
                house.look().name(),
                "<p>Vos dossiers chez nous s’ouvrent depuis votre fil, sur le site de la ville.</p>" + COUNTER);
    }

    static String nothing(House house, Outbox outbox) {
        return frame(
                house.look(),
                outbox.town(),
                "Cette page n’existe pas",
                "<p>Ouvrez votre dossier depuis votre fil, sur le site de la ville.</p>" + COUNTER);
    }

    static String counter(House house, Outbox outbox) {
        var journal =
                Html.table(List.of("Quand", "Événement", "Réponse de la ville"), outbox.journal(JOURNAL), Pages::line);
        return frame(
                house.look(),
                outbox.town(),
                house.look().name() + ", au guichet",
                house.page()
                        + "<h2>Ce qui a été dit à la ville</h2>"
                        + trouble(outbox)
                        + button(outbox)
                        + journal
                        + Html.buttons("", "renvoyer", "Renvoyer ce qui a été refusé"));
    }

    private static String trouble(Outbox outbox) {
        if (outbox.isCut()) {
            return "<p><strong>La liaison est coupée. Ce qui arrive ici est gardé, et partira dans l’ordre.</strong></p>";
        }
        return outbox.trouble().isEmpty()
                ? ""
                : "<p><strong>La ville ne prend rien pour l’instant&nbsp;: " + Html.escape(outbox.trouble())
                        + ". Tout est gardé.</strong></p>";
    }

    private static String button(Outbox outbox) {
        return outbox.isCut()
                ? Html.buttons("", "retablir", "Rétablir la liaison")
                : Html.buttons("", "couper", "Couper la liaison");
    }

    private static List<String> line(Outbox.Line line) {
        var answer = answer(line.status() == null ? "" : line.status());
        return List.of(
                MOMENT.format(line.at()),
                Html.escape(line.label()),
                Html.escape(line.fault() == null ? answer : answer + ", " + line.fault()));
    }

    private static String answer(String status) {
        return switch (status) {
            case "" -> "à envoyer";
            case "applied" -> "appliqué";
            case "waiting" -> "gardé, en attente de ce qui vient avant";
            case "late" -> "gardé, arrivé après la suite";
            case "duplicate" -> "déjà reçu";
            case "refused" -> "refusé";
            default -> status;
        };
    }

    private static String frame(Look look, URI town, String title, String content) {
        return """
                <!doctype html><html lang="fr"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title>
                <link rel="icon" href="data:,"><style>body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;font:17px/1.5 %2$s;background:%3$s;color:#222;overflow-wrap:anywhere}
                h1,h2,a{color:%4$s}table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8885;vertical-align:top}
                form{display:inline}button{font:inherit;margin:.15rem;padding:.4rem .8rem;min-height:44px;border:0;background:%4$s;color:#fff;cursor:pointer}
                dd{margin:0 0 .5rem;white-space:pre-line}@media(max-width:45rem){table,tbody,tr,td{display:block}thead{display:none}tr{border-bottom:2px solid %4$s}
                td{border:0;padding:.2rem 0}td[data-title]::before{content:attr(data-title) "\\00a0: ";font-weight:bold}}</style></head>
                <body><main><h1>%1$s</h1>%5$s</main><footer><p><a href="%6$s">Retour à mon fil, sur le site de la ville</a></p></footer></body></html>
                """.formatted(
                        Html.escape(title),
                        look.font(),
                        look.paper(),
                        look.ink(),
                        content,
                        Html.escape(town.resolve("/mon-fil").toString()));
    }
}
