package fr.parvis.identity.web;

import fr.parvis.identity.AccountEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's account holds.
 *
 * @param provedBy who proved the name, which then stands; null when its holder gave it
 * @param entries of other modules, for this person
 * @param done what was just changed, which the page confirms; null for nothing
 */
public record AccountPage(
        String fullName,
        String email,
        @Nullable String provedBy,
        boolean hasPassword,
        boolean franceConnect,
        List<AccountEntry> entries,
        @Nullable String done) {

    public AccountPage {
        entries = List.copyOf(entries);
    }
}
