package fr.parvis.partners.feeds.files;

import java.util.UUID;

/** What came of receiving a file. */
public sealed interface FileOutcome {

    /** It will be read in a moment. */
    record Kept(UUID file) implements FileOutcome {}

    /** It is the one that came last: nothing has changed. */
    record Known(UUID file) implements FileOutcome {}

    /** It is empty, or larger than files may be. */
    record WrongSize() implements FileOutcome {}
}
