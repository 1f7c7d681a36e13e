package fr.parvis.partners.desk;

import fr.parvis.kernel.French;

/** What became of what the administrator just did, by a word in the address. */
final class Told {

    private Told() {}

    static String words(String done) {
        return French.typeset(
                switch (done) {
                    case "applied" -> "Rejoué : l’événement est maintenant dans le fil.";
                    case "duplicate" -> "Rejoué : il avait déjà été reçu depuis.";
                    case "waiting" -> "Rejoué : il attend l’événement qui le précède dans son dossier.";
                    case "late" -> "Rejoué : il est dans le fil, mais la suite était déjà arrivée.";
                    case "refused" -> "Rejoué, et refusé de nouveau : la raison est en tête des refus.";
                    case "replayed" -> "Rejoués : ceux qui ne passent toujours pas sont de nouveau parmi les refus.";
                    case "hurried" ->
                        "Nous essayons maintenant. Rechargez cette page dans une minute pour lire la réponse.";
                    case "resync" -> "La remise à niveau est demandée.";
                    case "taken-over" -> "C’est fait : les dossiers continuent ici, leur histoire est gardée.";
                    case "not-taken-over" ->
                        "Rien n’a changé : l’un des deux partenaires est déjà remplacé par un autre, ou à l’essai.";
                    case "nobody-chosen" -> "Choisissez d’abord le partenaire dont les dossiers sont à reprendre.";
                    case "suspended" -> "C’est fait : ce partenaire ne peut plus rien dire ni recevoir.";
                    case "no-reason" -> "Dites pourquoi, en 200 caractères au plus : rien n’a changé.";
                    case "resumed" -> "C’est fait : ce partenaire est de nouveau en service.";
                    case "invited" -> "L’invitation est partie.";
                    case "bad-address" -> "Cette adresse électronique n’en est pas une : rien n’est parti.";
                    default -> "";
                });
    }
}
