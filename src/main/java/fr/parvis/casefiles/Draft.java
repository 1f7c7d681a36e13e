package fr.parvis.casefiles;

import fr.parvis.procedures.Answers;
import java.time.Instant;
import java.util.UUID;

/**
 * A form begun and not sent; one per person and procedure.
 *
 * @param page key of the page to take it up at
 * @param version grows with each save, so that what is sent is what was reviewed
 */
public record Draft(UUID id, UUID owner, String procedure, Answers answers, String page, int version, Instant savedAt) {

    Draft with(Answers others) {
        return new Draft(id, owner, procedure, others, page, version, savedAt);
    }
}
