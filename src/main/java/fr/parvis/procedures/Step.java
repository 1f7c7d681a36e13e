package fr.parvis.procedures;

import java.util.Set;

/**
 * A step of a circuit.
 *
 * @param residentLabel the step in the resident's words: "Vérification de vos pièces"
 * @param agentLabel the step in the agents' words: "Vérification des pièces"
 * @param unit the unit that does it
 * @param targetDays within how many days the town means to do it; agents see it as the due date
 * @param advanceLabel what the button that ends the step says, as in "Pièces conformes"
 * @param actions what an agent may do at this step besides writing and noting
 */
public record Step(
        String key,
        String residentLabel,
        String agentLabel,
        String unit,
        int targetDays,
        String advanceLabel,
        Set<Action> actions) {

    public Step {
        actions = Set.copyOf(actions);
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
