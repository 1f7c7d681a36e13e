package fr.parvis.partners.desk;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.webhooks.Delivery;
import java.util.List;
import java.util.Objects;

/**
 * What a partner could not be told, the oldest first.
 *
 * @param replaced whether another goes on with its cases: nothing is sent to it any more
 */
public record DeadLettersPage(String name, String back, boolean replaced, List<Line> letters) {

    public DeadLettersPage {
        letters = List.copyOf(letters);
    }

    /**
     * One of them: no word of what stands in it, which is a resident's.
     *
     * @param about a reference of ours at most, never a partner's name of somebody
     */
    public record Line(String id, String type, String about, String since, String why) {}

    static DeadLettersPage of(Partner partner, boolean replaced, List<Delivery> dead) {
        return new DeadLettersPage(
                partner.name(),
                PartnersController.PATH + "/" + partner.slug(),
                replaced,
                dead.stream().map(DeadLettersPage::line).toList());
    }

    public String path() {
        return back + DeadLettersController.UNDER;
    }

    private static Line line(Delivery delivery) {
        var why = Objects.requireNonNullElse(delivery.error(), "raison inconnue");
        return new Line(
                delivery.id().toString(),
                delivery.type().code(),
                about(delivery),
                French.dateTime(delivery.createdAt()),
                French.count(delivery.attempts(), "essai", "essais") + French.NBSP + ": " + why);
    }

    private static String about(Delivery delivery) {
        return switch (delivery.type()) {
            case HANDOVER_OPENED, HANDOVER_MESSAGE, HANDOVER_DOCUMENT_ADDED, HANDOVER_WITHDRAWN ->
                "dossier " + delivery.topic();
            case LINK_CREATED, LINK_ENDED -> "compte d’un habitant";
            case RESYNC_ASKED -> "tous les dossiers";
        };
    }
}
