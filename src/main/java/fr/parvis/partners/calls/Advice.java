package fr.parvis.partners.calls;

import static java.util.Map.entry;

import fr.parvis.kernel.French;
import java.util.Map;
import java.util.Set;

/**
 * What a refusal means and what mends it, in plain words.
 *
 * @param meaning what happened
 * @param mending who does what now
 * @param replay whether trying the same event again can help
 */
public record Advice(String meaning, String mending, boolean replay) {

    private static final String CORRECT = "L’éditeur corrige son programme, puis renvoie l’événement corrigé.";
    private static final String ADJUST = "L’éditeur compare son programme à la documentation, puis rappelle.";

    private static final Advice BROKEN =
            new Advice("L’événement n’est pas comme le contrat le demande.", CORRECT, true);

    private static final Advice UNREAD =
            new Advice("L’appel n’était pas comme le contrat le demande ; aucun événement n’a été lu.", ADJUST, false);

    private static final Map<String, Advice> BY_CODE = Map.ofEntries(
            entry(
                    "unknown-person",
                    new Advice(
                            "Aucun habitant n’a lié son compte à cette personne du partenaire.",
                            "Rien n’est perdu : quand la personne aura lié son compte, rejouez l’événement, ou demandez une remise à niveau.",
                            true)),
            entry(
                    "somebody-elses-case",
                    new Advice(
                            "Ce dossier a été ouvert pour une autre personne : l’événement n’est montré à personne.",
                            "L’éditeur vérifie à qui est ce dossier. Un dossier ne change pas de titulaire : qu’il en ouvre un autre.",
                            true)),
            entry(
                    "id-reused",
                    new Advice(
                            "Deux événements différents portent le même identifiant.",
                            "L’éditeur donne à chaque événement un identifiant qui ne sert qu’une fois, et renvoie celui-ci sous un nouveau.",
                            false)),
            entry(
                    "sequence-reused",
                    new Advice(
                            "Un autre événement du même dossier attend déjà sous ce numéro.",
                            "L’éditeur numérote les événements de chaque dossier 1, 2, 3… sans répéter un numéro.",
                            true)),
            entry(
                    "missing-event",
                    new Advice(
                            "Un événement n’est pas arrivé : après une heure, la suite a été montrée sans lui.",
                            "Demandez une remise à niveau : le partenaire redira où en sont ses dossiers.",
                            false)),
            entry(
                    "never-opened",
                    new Advice(
                            "Des événements sont arrivés pour un dossier que rien n’a ouvert.",
                            "L’éditeur envoie case.opened ou case.state, puis la suite.",
                            true)),
            entry(
                    "bad-clock",
                    new Advice(
                            "L’horloge de l’appel est à plus de cinq minutes de la nôtre, ou un vieux message a été répété.",
                            "L’éditeur met son serveur à l’heure et signe chaque envoi de nouveau.",
                            false)),
            entry(
                    "suspended",
                    new Advice(
                            "La liaison est suspendue.",
                            "La ville la remet en service quand elle le souhaite.",
                            false)),
            entry(
                    "rehearsal",
                    new Advice(
                            "Pendant un contrôle de conformité, nous avons fait semblant d’être en panne.",
                            "Rien : le programme doit renvoyer le même événement après le délai indiqué.",
                            false)),
            entry(
                    "bad-name",
                    new Advice(
                            "Un fichier a été déposé sous un nom que rien ne lit.",
                            "L’éditeur donne à ses fichiers un nom en .csv ou .ods ; pendant l’envoi, il ajoute .tmp ou .part.",
                            false)),
            entry(
                    "empty-file",
                    new Advice(
                            "Un fichier vide est arrivé.",
                            "L’éditeur vérifie son export, puis renvoie le fichier.",
                            false)),
            entry(
                    "not-kept",
                    new Advice(
                            "Nous n’avons pas pu garder un fichier : le partenaire l’a su aussitôt.",
                            "L’éditeur le renvoie. Si cela dure, la ville regarde l’état de la base de données.",
                            false)),
            entry(
                    "too-large",
                    new Advice(
                            "L’envoi dépasse la taille permise.",
                            "L’éditeur coupe ses envois en plus petits.",
                            false)));

    private static final Set<String> OF_CALLS =
            Set.of("no-token", "bad-token", "no-signature", "bad-signature", "bad-type", "bad-batch", "bad-json");

    public Advice {
        meaning = French.typeset(meaning);
        mending = French.typeset(mending);
    }

    /** For a code of a refusal. */
    public static Advice on(String code) {
        return OF_CALLS.contains(code) ? UNREAD : BY_CODE.getOrDefault(code, BROKEN);
    }
}
