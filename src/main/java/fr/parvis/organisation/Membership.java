package fr.parvis.organisation;

import java.util.UUID;

/**
 * A person's place in a unit.
 *
 * @param quality the person's quality as decisions must state it (CRPA L111-2, L212-1): "Instructrice"
 */
public record Membership(UUID account, String unit, Function function, String quality) {

    /** What a person does in a unit. */
    public enum Function {
        AGENT,
        HEAD_OF_UNIT
    }
}
