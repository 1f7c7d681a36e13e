package fr.parvis.demo.courrier;

import fr.parvis.demo.courrier.Enclosures.Enclosure;
import fr.parvis.demo.vendors.html.Html;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the mail room: letters with what they say, what came with them, and what can be done. */
final class Register {

    /** Where enclosures are read. */
    static final String ENCLOSURES = "/pieces/";

    private static final String[] OWN = {
        "transmettre", "Transmettre au service",
        "demander", "Demander une photo",
        "ecrire", "Écrire",
        "favorable", "Répondre oui",
        "defavorable", "Répondre non",
        "classer", "Classer"
    };

    /** The town answers its own letters: the mail room gives an opinion, or the letter back. */
    private static final String[] OF_THE_TOWN = {
        "transmettre", "Transmettre au service",
        "demander", "Demander une photo",
        "ecrire", "Écrire",
        "favorable", "Avis favorable",
        "defavorable", "Avis défavorable",
        "classer", "Classer",
        "rendre", "Rendre à la ville"
    };

    private final Letters letters;
    private final Enclosures enclosures;

    Register(Letters letters, Enclosures enclosures) {
        this.letters = letters;
        this.enclosures = enclosures;
    }

    String page() {
        return "<p>Courriers à traiter.</p>" + Html.buttons(Courrier.MEMBER, "enregistrer", "Enregistrer un courrier")
                + Html.table(
                        List.of("Courrier", "Objet", "De", "État", "Faire arriver"),
                        letters.all(),
                        one -> List.of(
                                Html.escape(one.key()),
                                Html.escape(one.subject()) + content(one),
                                Html.escape(one.name()) + (one.isFromTown() ? "<br>confié par la ville" : ""),
                                Html.escape(one.state()),
                                buttons(one)));
    }

    private static String buttons(Letter one) {
        return one.isOpen() ? Html.buttons(one.key(), one.isFromTown() ? OF_THE_TOWN : OWN) : "";
    }

    private String content(Letter letter) {
        var lines = letters.lines(letter).stream()
                .map(line -> "<dt>" + Html.escape(line.title()) + "</dt><dd>" + Html.escape(line.text()) + "</dd>")
                .collect(Collectors.joining());
        var documents = enclosures.of(letter).stream()
                .map(one -> "<dt>" + Html.escape(one.label()) + "</dt><dd>" + document(one) + "</dd>")
                .collect(Collectors.joining());
        return lines.isEmpty() && documents.isEmpty()
                ? ""
                : "<details><summary>Lire</summary><dl>" + lines + documents + "</dl></details>";
    }

    private static String document(Enclosure one) {
        var name = Html.escape(one.name());
        if (one.size() != null) {
            return "<a href=\"%s%d\">%s</a>, %d\u00a0ko"
                    .formatted(ENCLOSURES, one.number(), name, one.size() / 1_000 + 1);
        }
        return name + (one.trouble() == null ? ", à prendre à la ville" : ", " + Html.escape(one.trouble()));
    }
}
