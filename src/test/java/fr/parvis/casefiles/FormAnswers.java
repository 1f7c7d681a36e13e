package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Answers that fill the forms that come with the program, as a person would type them. */
public final class FormAnswers {

    public static final String PARKING = "carte-stationnement-residentiel";
    public static final String BIRTH = "copie-acte-naissance";
    public static final String MOVING = "autorisation-stationnement-demenagement";

    /** Of the demo only. */
    public static final String LETTER = "ecrire-a-la-mairie";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

    private FormAnswers() {}

    static Map<String, String> of(String slug) {
        return switch (slug) {
            case PARKING ->
                Map.of(
                        "adresse", "12 rue Merlin-de-Thionville, 92150 Suresnes",
                        "hebergement", "locataire",
                        "telephone", "06 39 98 12 34",
                        "immatriculation", "AB-123-CD",
                        "a_mon_nom", "oui",
                        "detenteur", "proche",
                        "exactitude", "oui");
            case BIRTH ->
                Map.of(
                        "nee_a_suresnes", "oui",
                        "document", "copie-integrale",
                        "nombre", "1",
                        "demandeur", "moi",
                        "personne_prenoms", "Zoé, Alice",
                        "personne_nom", "Martin",
                        "personne_date", "07/05/1988",
                        "parent1", "Martin Jeanne",
                        "remise", "guichet");
            case MOVING -> moving();
            case LETTER ->
                Map.of(
                        "sujet", "rue",
                        "lieu", "4 rue Merlin-de-Thionville, 92150 Suresnes",
                        "objet", "Un passage piéton devant l’école",
                        "message", "Les voitures ne s’arrêtent pas. Nous demandons un passage piéton.");
            default -> throw new IllegalArgumentException(slug);
        };
    }

    private static Map<String, String> moving() {
        var day = TYPED.format(French.day(Instant.now()).plusDays(40));
        return Map.ofEntries(
                Map.entry("demandeur", "particulier"),
                Map.entry("date_debut", day),
                Map.entry("date_fin", day),
                Map.entry("moment", "journee"),
                Map.entry("adresses[0].role", "depart"),
                Map.entry("adresses[0].adresse", "3 rue Émile-Duclaux, 92150 Suresnes"),
                Map.entry("adresses[0].etage", "2e"),
                Map.entry("vehicule", "camion"),
                Map.entry("longueur", "7,5"),
                Map.entry("places", "2"),
                Map.entry("respect", "oui"));
    }
}
