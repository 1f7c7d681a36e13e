package fr.parvis.identity.civil;

import fr.parvis.identity.CivilIdentity;
import fr.parvis.kernel.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody proven whose civil identity several accounts have.
 *
 * @param name as proven
 * @param identity as proven; forgotten once answered
 * @param answer what an administrator said; empty while it waits
 */
record Duplicate(
        UUID id,
        Reference reference,
        String name,
        Optional<CivilIdentity> identity,
        Instant askedAt,
        Optional<Answer> answer) {

    /**
     * What an administrator said.
     *
     * @param account the account that is theirs; empty when none was linked
     * @param reason why none was; empty when one was
     */
    record Answer(Optional<UUID> account, Optional<String> reason, Instant at, UUID by) {}

    boolean isWaiting() {
        return answer.isEmpty();
    }
}
