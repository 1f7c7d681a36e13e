package fr.parvis.partners.calls;

import static java.util.Map.entry;

import java.util.Map;

/** Advice on the reasons that have one of their own. */
final class Advices {

    static final Map<String, Advice> BY_CODE = Map.ofEntries(
            entry(
                    "unknown-person",
                    new Advice(
                            "Aucun habitant n’a lié son compte à cette personne.",
                            "Rien n’est perdu : quand la personne aura lié son compte, rejouez l’événement, ou demandez une remise à niveau.",
                            "N’insistez pas : quand la personne aura lié son compte, envoyez case.state. En bac à sable, seuls les habitants inventés sont connus.",
                            true)),
            entry(
                    "somebody-elses-case",
                    new Advice(
                            "Ce dossier a été ouvert pour une autre personne : l’événement n’est montré à personne.",
                            "L’éditeur vérifie à qui est ce dossier. Un dossier ne change pas de titulaire : qu’il en ouvre un autre.",
                            "Vérifiez à qui est ce dossier. Un dossier ne change pas de titulaire : ouvrez-en un autre.",
                            true)),
            entry(
                    "id-reused",
                    new Advice(
                            "Deux événements différents portent le même identifiant.",
                            "L’éditeur donne à chaque événement un identifiant qui ne sert qu’une fois, et renvoie celui-ci sous un nouveau.",
                            "Donnez à chaque événement un identifiant qui ne sert qu’une fois, et renvoyez celui-ci sous un nouveau.",
                            false)),
            entry(
                    "sequence-reused",
                    new Advice(
                            "Un autre événement du même dossier attend déjà sous ce numéro.",
                            "L’éditeur numérote les événements de chaque dossier 1, 2, 3… sans répéter un numéro.",
                            "Numérotez les événements de chaque dossier 1, 2, 3… sans répéter un numéro.",
                            true)),
            entry(
                    "missing-event",
                    new Advice(
                            "Un événement n’est pas arrivé : après une heure, la suite a été montrée sans lui.",
                            "Demandez une remise à niveau : le partenaire redira où en sont ses dossiers.",
                            "Envoyez l’événement qui manque, ou case.state, qui dit où en est le dossier.",
                            false)),
            entry(
                    "never-opened",
                    new Advice(
                            "Des événements sont arrivés pour un dossier que rien n’a ouvert.",
                            "L’éditeur envoie case.opened ou case.state, puis la suite.",
                            "Envoyez case.opened ou case.state, puis la suite.",
                            true)),
            entry(
                    "bad-clock",
                    new Advice(
                            "L’horloge de l’appel est à plus de cinq minutes de la nôtre, ou un vieux message a été répété.",
                            "L’éditeur met son serveur à l’heure et signe chaque envoi de nouveau.",
                            "Mettez votre serveur à l’heure, et signez au moment d’envoyer, pas de mettre en file.",
                            false)),
            entry(
                    "bad-signature",
                    new Advice(
                            "La signature n’est pas celle du corps reçu ; aucun événement n’a été lu.",
                            "L’éditeur vérifie que sa clé est décodée du base64, que le corps est signé octet pour octet, et que la clé est celle d’aujourd’hui.",
                            "Vérifiez trois choses : la clé est-elle décodée du base64 ? le corps est-il signé octet pour octet, tel qu’il part ? la clé est-elle celle d’aujourd’hui ?",
                            false)),
            entry(
                    "no-signature",
                    new Advice(
                            "Il manque un des trois en-têtes de la signature ; aucun événement n’a été lu.",
                            "L’éditeur signe chaque envoi.",
                            "Envoyez webhook-id, webhook-timestamp et webhook-signature avec chaque envoi.",
                            false)),
            entry(
                    "suspended",
                    new Advice(
                            "La liaison est suspendue.",
                            "Remettez-la en service quand vous le souhaitez.",
                            "Gardez votre file, et écrivez à la ville : elle remet la liaison en service quand elle le souhaite.",
                            false)),
            entry(
                    "rehearsal",
                    new Advice(
                            "Pendant un contrôle de conformité, nous avons fait semblant d’être en panne.",
                            "Rien : le programme doit renvoyer les mêmes événements après le délai indiqué.",
                            "Renvoyez les mêmes événements après le délai de Retry-After : c’est ce que nous regardons.",
                            false)),
            entry(
                    "not-handed-over",
                    new Advice(
                            "Le dossier de cette référence n’est pas confié à ce programme, ou la ville l’a repris.",
                            "Rien, si le dossier a été repris ou s’il est fini : l’éditeur cesse d’en envoyer des événements.",
                            "Attendez le message handover.opened avant de parler d’un dossier de la ville. S’il vous a été repris, n’en envoyez plus rien.",
                            true)),
            entry(
                    "unknown-case",
                    new Advice(
                            "Aucun dossier de cette référence n’a été confié à ce programme.",
                            "L’éditeur vérifie la référence qu’il emploie.",
                            "Vérifiez la référence : c’est celle du message handover.opened.",
                            false)),
            entry(
                    "unknown-link",
                    new Advice(
                            "Ce lien vers un document est périmé (quinze minutes), n’est pas à ce programme, ou le dossier n’est plus chez lui.",
                            "Rien : le programme relit le dossier, qui porte des liens neufs.",
                            "Relisez le dossier : il porte des liens neufs. S’il n’est plus chez vous, il n’y a plus rien à prendre.",
                            false)),
            entry(
                    "no-such-file",
                    new Advice(
                            "Ce programme n’a pas envoyé ce fichier, ou il est effacé.",
                            "Rien, ou l’éditeur le renvoie.",
                            "Vérifiez l’adresse, ou envoyez le fichier de nouveau.",
                            false)),
            entry(
                    "not-read",
                    new Advice(
                            "Le fichier attend d’être lu.",
                            "Rien : il est lu dans un moment.",
                            "Revenez dans un moment.",
                            false)),
            entry(
                    "no-mapping",
                    new Advice(
                            "Aucune correspondance ne dit encore comment lire les fichiers de ce partenaire.",
                            "Écrivez la correspondance sur la page d’alimentation du partenaire.",
                            "Écrivez à la ville : c’est elle qui dit comment lire vos fichiers.",
                            false)),
            entry(
                    "bad-name",
                    new Advice(
                            "Un fichier a été déposé sous un nom que rien ne lit.",
                            "L’éditeur donne à ses fichiers un nom en .csv ou .ods ; pendant l’envoi, il ajoute .tmp ou .part.",
                            "Donnez à vos fichiers un nom en .csv ou .ods ; pendant l’envoi, ajoutez .tmp ou .part.",
                            false)),
            entry(
                    "empty-file",
                    new Advice(
                            "Un fichier vide est arrivé.",
                            "L’éditeur vérifie son export, puis renvoie le fichier.",
                            "Vérifiez votre export, puis renvoyez le fichier.",
                            false)),
            entry(
                    "not-kept",
                    new Advice(
                            "Nous n’avons pas pu garder un fichier : le partenaire l’a su aussitôt.",
                            "L’éditeur le renvoie. Si cela dure, regardez l’état de la base de données.",
                            "Renvoyez-le dans un moment.",
                            false)),
            entry(
                    "too-large",
                    new Advice(
                            "L’envoi dépasse la taille permise.",
                            "L’éditeur coupe ses envois en plus petits.",
                            "Coupez vos envois en plus petits.",
                            false)));

    private Advices() {}
}
