package fr.parvis.partners.desk;

import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.Refusals;
import fr.parvis.partners.calls.Refusals.Reason;
import fr.parvis.partners.calls.Refused;
import fr.parvis.partners.intake.EventIntake;
import fr.parvis.partners.intake.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tries a refused event again, once what stood against it is mended. */
@Service
class Replays {

    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Refusals refusals;
    private final EventIntake intake;

    Replays(Refusals refusals, EventIntake intake) {
        this.refusals = refusals;
        this.intake = intake;
    }

    /** At most as many as a partner may push at once; what is refused again is a refusal of its own. */
    @Transactional
    void replayAll(Partner partner, String code) {
        var reason = new Reason(code, MOST);
        if (reason.replayable()) {
            var events = refusals.take(partner.id(), reason).stream()
                    .map(refused -> JSON.readTree(refused.content()))
                    .toList();
            if (!events.isEmpty()) {
                intake.receive(partner, events);
            }
        }
    }

    /** What became of it; empty when somebody was faster, or it cannot be read. */
    @Transactional
    Optional<Verdict> replay(Partner partner, Refused refused) {
        if (!refused.replayable() || !refusals.remove(partner.id(), refused.id())) {
            return Optional.empty();
        }
        return Optional.of(intake.receive(partner, List.of(JSON.readTree(refused.content())))
                .getFirst());
    }
}
