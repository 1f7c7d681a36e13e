package fr.parvis.partners.links;

/** What came of linking somebody. */
public sealed interface LinkOutcome {

    /** They are linked now. */
    record Made() implements LinkOutcome {}

    /** They were already linked to this account; whether they are to others is nobody's business here. */
    record AlreadyYours() implements LinkOutcome {}
}
