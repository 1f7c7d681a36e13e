package fr.parvis.procedures;

import java.time.Period;

/**
 * What the law makes of the town's silence (CRPA L231-1 to L231-6).
 *
 * @param delay after which silence is a decision; irrelevant for {@link Silence#NONE}
 * @param basis the text that says so, shown to agents and in the receipt
 * @param remedies the voies et délais de recours, told in receipts and refusals (CRPA R112-11-1, CJA R421-5)
 */
public record LegalRegime(Silence silence, Period delay, String basis, String remedies) {

    /** What silence means. */
    public enum Silence {
        ACCEPTANCE,
        REJECTION,
        NONE
    }
}
