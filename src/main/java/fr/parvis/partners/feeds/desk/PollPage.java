package fr.parvis.partners.feeds.desk;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import java.util.List;

/**
 * Where a partner's list is read, while it is written.
 *
 * @param path of the partner's feeds
 * @param secretKept whether there is a secret, which is not shown
 */
public record PollPage(String partner, String path, PollForm form, boolean secretKept, FormErrors errors) {

    public List<Proof> proofs() {
        return List.of(Proof.values());
    }
}
