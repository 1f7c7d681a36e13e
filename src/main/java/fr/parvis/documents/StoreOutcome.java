package fr.parvis.documents;

/** What became of a file somebody sent. */
public sealed interface StoreOutcome {

    record Stored(StoredFile file) implements StoreOutcome {}

    /** Not kept; the reason is plain French and says how to fix it. */
    record Refused(String reason) implements StoreOutcome {}
}
