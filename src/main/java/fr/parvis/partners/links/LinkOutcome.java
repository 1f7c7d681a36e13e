package fr.parvis.partners.links;

/** What came of linking somebody. */
public sealed interface LinkOutcome {

    /** They are linked now. */
    record Made() implements LinkOutcome {}

    /** They were already linked to this account; whether they are to others is nobody's business here. */
    record AlreadyYours() implements LinkOutcome {}

    /** Meanwhile another partner goes on with the cases of this one: nobody is linked to it any more. */
    record Replaced() implements LinkOutcome {}
}
