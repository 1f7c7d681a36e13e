package fr.parvis.demo.town;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What the residents of the demo answer, as they would type it. */
final class Stories {

    static final String PARKING = "carte-stationnement-residentiel";
    static final String BIRTH = "copie-acte-naissance";
    static final String MOVING = "autorisation-stationnement-demenagement";
    static final String LETTER = "ecrire-a-la-mairie";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
    private static final List<String> STREETS = List.of(
            "rue Merlin-de-Thionville",
            "boulevard Henri-Sellier",
            "rue de la République",
            "rue des Bas-Rogers",
            "avenue Franklin-Roosevelt",
            "rue du Mont-Valérien",
            "place du Général-Leclerc",
            "rue Émile-Duclaux");
    private static final List<String> NAMES =
            List.of("Moreau", "Diallo", "Garnier", "Caron", "Ferreira", "Lefort", "Nguyen", "Kouassi");
    private static final List<String> FIRST_NAMES =
            List.of("Léo", "Alice", "Sami", "Nora", "Jules", "Awa", "Camille", "Théo");
    private static final String PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ";

    private final Random random;

    Stories(Random random) {
        this.random = random;
    }

    /** The answers of one form, begun on a day of the town's past. */
    Map<String, List<String>> answers(String procedure, LocalDate day) {
        var typed = new HashMap<String, String>();
        switch (procedure) {
            case PARKING -> parking(typed);
            case BIRTH -> birth(typed);
            case MOVING -> moving(typed, day);
            case LETTER -> letter(typed);
            default -> throw new IllegalArgumentException(procedure);
        }
        Map<String, List<String>> values = new HashMap<>();
        typed.forEach((name, value) -> values.put(name, List.of(value)));
        return values;
    }

    private void parking(Map<String, String> typed) {
        typed.put("adresse", address());
        typed.put("hebergement", pick(List.of("locataire", "locataire", "proprietaire", "heberge")));
        typed.put("telephone", "01 99 00 " + random.nextInt(10, 99) + " " + random.nextInt(10, 99));
        typed.put("immatriculation", plate());
        typed.put("a_mon_nom", random.nextInt(5) == 0 ? "non" : "oui");
        typed.put("detenteur", pick(List.of("loueur", "employeur", "proche")));
        typed.put("exactitude", "oui");
    }

    private void birth(Map<String, String> typed) {
        typed.put("nee_a_suresnes", "oui");
        typed.put("document", pick(List.of("copie-integrale", "extrait-avec-filiation", "extrait-sans-filiation")));
        typed.put("nombre", "1");
        typed.put("demandeur", pick(List.of("moi", "moi", "parent", "enfant")));
        typed.put("personne_prenoms", pick(FIRST_NAMES) + ", " + pick(FIRST_NAMES));
        typed.put("personne_nom", pick(NAMES));
        typed.put("personne_date", TYPED.format(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(25_000))));
        typed.put("parent1", pick(NAMES) + " " + pick(FIRST_NAMES));
        typed.put("remise", "courrier");
        typed.put("adresse_envoi", address());
    }

    private void moving(Map<String, String> typed, LocalDate day) {
        var date = TYPED.format(day.plusDays(15 + random.nextInt(40)));
        typed.put("demandeur", "particulier");
        typed.put("date_debut", date);
        typed.put("date_fin", date);
        typed.put("moment", pick(List.of("journee", "matin", "apres-midi")));
        typed.put("adresses[0].role", pick(List.of("depart", "arrivee")));
        typed.put("adresses[0].adresse", address());
        typed.put("adresses[0].etage", random.nextInt(1, 8) + "e, sans ascenseur");
        typed.put("vehicule", "camion");
        typed.put("longueur", "7,5");
        typed.put("places", "2");
        typed.put("respect", "oui");
    }

    private static void letter(Map<String, String> typed) {
        typed.put("sujet", "rue");
        typed.put("lieu", "Rue Merlin-de-Thionville, 92150 Suresnes");
        typed.put("objet", "Un passage piéton devant l’école");
        typed.put(
                "message",
                "Aux heures de l’école, les voitures roulent vite et ne s’arrêtent pas. Nous demandons un passage piéton"
                        + " devant l’entrée, et si possible un ralentisseur.");
    }

    private String address() {
        return random.nextInt(1, 90) + " " + pick(STREETS) + ", 92150 Suresnes";
    }

    private String plate() {
        return letters() + "-" + String.format(Locale.ROOT, "%03d", random.nextInt(1, 999)) + "-" + letters();
    }

    private String letters() {
        return "" + PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length()))
                + PLATE_LETTERS.charAt(random.nextInt(PLATE_LETTERS.length()));
    }

    private String pick(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
