package fr.parvis.partners.links;

/** What came of linking somebody. */
public sealed interface LinkOutcome {

    /** They are linked now. */
    record Made() implements LinkOutcome {}

    /** They were already linked to this account. */
    record AlreadyYours(String label) implements LinkOutcome {}

    /** They are linked to another account. */
    record SomebodyElses() implements LinkOutcome {}
}
