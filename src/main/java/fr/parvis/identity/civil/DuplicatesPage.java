package fr.parvis.identity.civil;

import java.util.List;
import java.util.UUID;

/**
 * Who waits for an administrator to say which account is theirs, and what was answered.
 *
 * @param done what was just answered, which the page confirms; empty for nothing
 */
public record DuplicatesPage(List<Waiting> waiting, List<String> answered, String done) {

    public DuplicatesPage {
        waiting = List.copyOf(waiting);
        answered = List.copyOf(answered);
    }

    /** Somebody proven under this name. */
    public record Waiting(UUID id, String name, String reference, String asked) {}
}
