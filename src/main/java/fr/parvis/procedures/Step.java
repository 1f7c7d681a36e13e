package fr.parvis.procedures;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a circuit.
 *
 * @param residentLabel the step in the resident's words: "Vérification de vos pièces"
 * @param agentLabel the step in the agents' words: "Vérification des pièces"
 * @param unit the unit that does it
 * @param targetDays within how many days the town means to do it; agents see it as the due date
 * @param advanceLabel what the button that ends the step says, as in "Pièces conformes"
 * @param actions what an agent may do at this step besides writing and noting
 * @param handler the partner whose software goes on with the case at this step; null when the unit does it itself
 */
public record Step(
        String key,
        String residentLabel,
        String agentLabel,
        String unit,
        int targetDays,
        String advanceLabel,
        Set<Action> actions,
        @Nullable Handler handler) {

    public Step {
        actions = Set.copyOf(actions);
    }

    /**
     * Another house that handles a step.
     *
     * @param partner its slug
     * @param share the keys of the questions whose answers it is given
     * @param decides whether its decision is the town's, without an agent who signs it
     */
    public record Handler(String partner, List<String> share, boolean decides) {
        public Handler {
            share = List.copyOf(share);
        }
    }

    /** What a step lets an agent do. */
    public enum Action {
        ASK_DOCUMENT,
        ADVANCE,
        ACCEPT,
        REFUSE
    }

    public boolean allows(Action action) {
        return actions.contains(action);
    }
}
