package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;

/** What became of a draft somebody sent. */
public sealed interface FilingOutcome {

    /** Filed now, or already filed by an earlier press of the same button: the receipt is the same. */
    record Filed(Reference reference) implements FilingOutcome {}

    /** A page is not complete. */
    record Incomplete(String page) implements FilingOutcome {}

    /** The answers changed since they were reviewed, in another tab or on another device. */
    record ReviewAgain() implements FilingOutcome {}

    /** There is no such draft. */
    record NoDraft() implements FilingOutcome {}
}
