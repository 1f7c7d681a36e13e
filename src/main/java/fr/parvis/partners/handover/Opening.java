package fr.parvis.partners.handover;

import fr.parvis.kernel.Reference;
import java.util.List;
import java.util.UUID;

/**
 * A case about to be handed over.
 *
 * @param partner slug of the partner
 * @param step key of the step
 * @param shared all that the partner is given of it
 */
public record Opening(
        Reference reference, UUID owner, String partner, String step, Shared shared, List<HandedFile> files) {

    /**
     * What a partner is given of a case.
     *
     * @param procedure slug of the procedure
     * @param title what is asked for
     * @param task what the partner is to do, in the agents' words
     */
    public record Shared(String procedure, String title, String task, List<Answer> answers) {}

    /**
     * An answer of the resident's.
     *
     * @param key of the question, which does not change from one case to the next
     * @param value in words
     */
    public record Answer(String key, String label, String value) {}
}
