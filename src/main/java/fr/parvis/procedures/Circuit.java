package fr.parvis.procedures;

import java.util.List;

/** The circuit de traitement: the steps a case goes through, in order; the last one ends with a decision. */
public record Circuit(List<Step> steps) {

    public Circuit {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a circuit has at least one step");
        }
        steps = List.copyOf(steps);
    }

    public Step first() {
        return steps.getFirst();
    }

    /** The step of this key. */
    public Step step(String key) {
        return steps.get(position(key));
    }

    /** The steps after this one, in order. */
    public List<Step> after(String key) {
        return steps.subList(position(key) + 1, steps.size());
    }

    /** Whether another house has a part in it. */
    public boolean isShared() {
        return steps.stream().anyMatch(step -> step.handler() != null);
    }

    /** Where the step stands, from 0. */
    public int position(String key) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no step " + key);
    }
}
