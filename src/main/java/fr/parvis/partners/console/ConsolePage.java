package fr.parvis.partners.console;

import fr.parvis.partners.Partner;
import fr.parvis.partners.ShownOnce;
import fr.parvis.partners.calls.CallLine;
import fr.parvis.partners.calls.Health;
import fr.parvis.partners.calls.RefusalLine;
import fr.parvis.partners.links.Sandboxes.Invented;
import fr.parvis.partners.webhooks.Backlog;
import java.util.List;

/**
 * What an engineer sees of the partner they work for.
 *
 * @param people the invented ones, while it is on trial
 * @param address of the town
 * @param clientId its public name when it asks for a token
 * @param keys whether it proves itself by keys of its own, without a secret
 * @param tokens requests for a token that were refused lately
 * @param shown secrets just renewed
 * @param live whether the page comes again by itself
 */
public record ConsolePage(
        Partner partner,
        boolean sandbox,
        List<Invented> people,
        Health health,
        Backlog backlog,
        String address,
        String clientId,
        boolean keys,
        List<CallLine> calls,
        List<String> tokens,
        List<RefusalLine> refusals,
        List<ShownOnce> shown,
        boolean live,
        String resyncAsked) {

    public ConsolePage {
        people = List.copyOf(people);
        calls = List.copyOf(calls);
        tokens = List.copyOf(tokens);
        refusals = List.copyOf(refusals);
        shown = List.copyOf(shown);
    }

    public String path() {
        return ConsoleController.path(partner);
    }
}
