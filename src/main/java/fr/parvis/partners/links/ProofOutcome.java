package fr.parvis.partners.links;

import java.time.Instant;

/** What came of proving to a partner which of its accounts is one's own. */
public sealed interface ProofOutcome {

    /** The partner recognised the person, who must still agree. */
    record Proven() implements ProofOutcome {}

    /** If the partner knows the person, it sent them a code; it is not said whether it does. */
    record CodeSent() implements ProofOutcome {}

    /** What was typed proves nothing. */
    record Refused() implements ProofOutcome {}

    /** The partner does not answer now. */
    record Down() implements ProofOutcome {}

    /** Tried too often; not before that moment. */
    record Wait(Instant until) implements ProofOutcome {}
}
