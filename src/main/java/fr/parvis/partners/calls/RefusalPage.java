package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import java.util.List;

/**
 * A refused event: what it says, why it was refused, what mends it.
 *
 * @param path of the partner's page
 * @param payload the event, with its lines
 * @param masked whether what it says of a person is hidden
 * @param looked who was shown such events lately
 */
public record RefusalPage(
        Partner partner, String path, Refused refused, String payload, boolean masked, List<String> looked) {

    public RefusalPage {
        looked = List.copyOf(looked);
    }

    public Advice advice() {
        return Advice.on(refused.code());
    }

    public String href() {
        return path + "/refus/" + refused.id();
    }

    public String when() {
        return French.dateTime(refused.at());
    }

    public boolean replayable() {
        return refused.replayable() && advice().replay();
    }
}
