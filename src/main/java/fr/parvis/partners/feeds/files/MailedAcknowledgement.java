package fr.parvis.partners.feeds.files;

import fr.parvis.kernel.French;
import fr.parvis.notifications.Email;
import fr.parvis.notifications.Email.Block;
import fr.parvis.notifications.Notifications;
import fr.parvis.partners.Partner;
import fr.parvis.partners.feeds.RowOutcome;
import fr.parvis.partners.feeds.RowOutcome.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a partner what became of a file that came by e-mail: its registered contact, for senders can be forged. */
@Component
class MailedAcknowledgement {

    private static final String SUBJECT = "Accusé de lecture : ";

    /** More would not be read; the whole is in the acknowledgement file. */
    private static final int MOST_SHOWN = 20;

    private static final int MEGABYTE = 1_000_000;

    private final Notifications notifications;

    MailedAcknowledgement(Notifications notifications) {
        this.notifications = notifications;
    }

    void send(Partner partner, FeedFile file, List<RowOutcome> lines) {
        var refused =
                lines.stream().filter(line -> line.status() == Status.REFUSED).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text("Nous avons lu le fichier « " + file.name() + " » reçu le "
                + French.dateTime(file.receivedAt()) + "."));
        var fault = file.fault();
        if (fault == null) {
            blocks.add(new Block.Facts(counts(lines, refused)));
        } else {
            blocks.add(new Block.Text("Rien n’a pu être pris en compte. " + fault.detail()));
        }
        if (!refused.isEmpty()) {
            blocks.add(new Block.Text("Lignes refusées, à corriger et à renvoyer :"));
            blocks.add(new Block.Facts(shown(refused)));
        }
        notifications.send(new Email(partner.contact(), SUBJECT + file.name(), "Bonjour,", blocks));
    }

    /** Who sends the same file again must not wait for an answer in vain. */
    void sendKnown(Partner partner, String name, FeedFile known) {
        send(
                partner,
                name,
                "Le fichier « " + name + " » est le même que « " + known.name() + " », reçu le "
                        + French.dateTime(known.receivedAt())
                        + " : il est déjà connu, et n’a pas été relu. Si rien ne devait changer, il n’y a rien à faire.");
    }

    void sendWrongSize(Partner partner, String name, boolean empty) {
        send(
                partner,
                name,
                "Le fichier « " + name + " » n’a pas été lu : "
                        + (empty
                                ? "il est vide. Vérifiez l’export, puis renvoyez-le."
                                : "il dépasse " + FeedFiles.LARGEST / MEGABYTE
                                        + " Mo. Coupez-le en plusieurs, puis renvoyez-les."));
    }

    void sendTooMany(Partner partner, int most) {
        send(
                partner,
                "trop de fichiers",
                "Votre courriel porte plus de " + most
                        + " fichiers : aucun n’a été lu. Renvoyez-les en plusieurs courriels.");
    }

    private void send(Partner partner, String about, String words) {
        notifications.send(new Email(partner.contact(), SUBJECT + about, "Bonjour,", List.of(new Block.Text(words))));
    }

    private static Map<String, String> counts(List<RowOutcome> lines, List<RowOutcome> refused) {
        long unchanged =
                lines.stream().filter(line -> line.status() == Status.UNCHANGED).count();
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("Lignes", String.valueOf(lines.size()));
        counts.put("Prises en compte", String.valueOf(lines.size() - unchanged - refused.size()));
        counts.put("Sans changement", String.valueOf(unchanged));
        counts.put("Refusées", String.valueOf(refused.size()));
        return counts;
    }

    /** By code rather than by explanation: an explanation may quote what the line says of somebody. */
    private static Map<String, String> shown(List<RowOutcome> refused) {
        Map<String, String> shown = new LinkedHashMap<>();
        refused.stream().limit(MOST_SHOWN).forEach(line -> shown.put("Ligne " + line.line(), line.code()));
        if (refused.size() > MOST_SHOWN) {
            shown.put("…", "et " + (refused.size() - MOST_SHOWN) + " autres");
        }
        return shown;
    }
}
