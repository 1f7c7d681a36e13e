package fr.parvis.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person began and has not sent; a module that keeps drafts offers them to "Mon fil" as a bean. */
public interface UnfinishedWork {

    List<Begun> of(UUID owner);

    /**
     * A form begun.
     *
     * @param href where it is taken up again
     */
    record Begun(String title, String href, Instant savedAt) {}
}
