package fr.parvis.partners.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a mapping can say of a record, under the names of the document, and where it goes in the data of an event. */
enum Field {
    KEY("dossier", "", Conversion.TEXT),
    SEQUENCE("suite", "", Conversion.NUMBER),
    TYPE("type", "", Conversion.TYPE),
    AT("date", "", Conversion.MOMENT),
    MEMBER("personne", "/person/member", Conversion.TEXT),
    SUB("sub", "/person/sub", Conversion.TEXT),
    REFERENCE("reference", "/person/reference", Conversion.TEXT),
    TITLE("titre", "/title", Conversion.TEXT),
    LABEL("libelle", "/label", Conversion.TEXT),
    DETAIL("detail", "/detail", Conversion.TEXT),
    ACTOR("acteur", "/actor", Conversion.TEXT),
    PATH("chemin", "/path", Conversion.PATH),
    DONE("etapes.faites", "/steps/done", Conversion.NUMBER),
    TOTAL("etapes.total", "/steps/total", Conversion.NUMBER),
    NOW("etapes.maintenant", "/steps/now", Conversion.TEXT),
    UPCOMING("etapes.ensuite", "/steps/upcoming", Conversion.LIST),
    TODO("a_faire.texte", "/todo/label", Conversion.TEXT),
    TODO_KIND("a_faire.genre", "/todo/kind", Conversion.TODO),
    TODO_BEFORE("a_faire.avant", "/todo/before", Conversion.DATE),
    CENTS("montant.somme", "/amount/cents", Conversion.CENTS),
    CENTS_BEFORE("montant.avant", "/amount/before", Conversion.DATE),
    BOOKING_FROM("rendez_vous.debut", "/booking/from", Conversion.MOMENT),
    BOOKING_TO("rendez_vous.fin", "/booking/to", Conversion.MOMENT),
    BOOKING("rendez_vous.texte", "/booking/label", Conversion.TEXT),
    BOOKING_ID("rendez_vous.numero", "/booking/id", Conversion.TEXT),
    BOOKING_PLACE("rendez_vous.lieu", "/booking/place", Conversion.TEXT),
    EXPECTED_FROM("attendu.du", "/expected/from", Conversion.DATE),
    EXPECTED_TO("attendu.au", "/expected/to", Conversion.DATE),
    DOCUMENT("document", "/document/name", Conversion.TEXT),
    DECISION("decision", "/decision/outcome", Conversion.DECISION);

    /** What is numbered by us, because the partner does not number. */
    static final String AUTOMATIC = "auto";

    private final String name;
    private final String pointer;
    private final Conversion conversion;

    Field(String name, String pointer, Conversion conversion) {
        this.name = name;
        this.pointer = pointer;
        this.conversion = conversion;
    }

    static Optional<Field> of(String name) {
        return Arrays.stream(values()).filter(field -> field.name.equals(name)).findFirst();
    }

    static boolean isGroup(String name) {
        return Arrays.stream(values()).anyMatch(field -> field.name.startsWith(name + "."));
    }

    /** The name in the document, with that of its group before it. */
    String label() {
        return name;
    }

    Source.Slot slot() {
        return new Source.Slot(name, pointer, conversion);
    }

    /** Whether its value is one of the data. */
    boolean isData() {
        return !pointer.isEmpty();
    }

    /** Without this one, its whole group says nothing; fields without a group stand for themselves. */
    Field lead() {
        int dot = name.indexOf('.');
        return dot < 0
                ? this
                : Arrays.stream(values())
                        .filter(field -> field.name.startsWith(name.substring(0, dot + 1)))
                        .findFirst()
                        .orElseThrow();
    }

    static List<Field> people() {
        return List.of(MEMBER, SUB, REFERENCE);
    }
}
