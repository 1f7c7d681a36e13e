package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Advice.Reader;
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
        Partner partner,
        String path,
        Refused refused,
        String payload,
        boolean masked,
        List<String> looked,
        Reader reader) {

    public RefusalPage {
        looked = List.copyOf(looked);
    }

    public String meaning() {
        return advice().meaning();
    }

    public String mending() {
        return advice().mending(reader);
    }

    public String href() {
        return path + "/refus/" + refused.id();
    }

    public String when() {
        return French.dateTime(refused.at());
    }

    /** What the partner was told; hidden like the payload when it quotes it. */
    public String detail() {
        return masked && refused.isQuoting()
                ? "Masqué, car l’explication peut citer ce que la ligne dit d’une personne."
                : refused.detail();
    }

    public boolean replayable() {
        return refused.replayable() && advice().replay();
    }

    private Advice advice() {
        return Advice.on(refused.code());
    }
}
