package fr.parvis.partners.console.conformance;

import fr.parvis.partners.Partner;
import fr.parvis.partners.api.Hurdle;
import fr.parvis.partners.api.ProblemException;
import fr.parvis.partners.contract.Legible;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Pretends once in a run to be out of order, to see whether the program comes back with the same event; only to a partner
 * on trial.
 */
@Component
class Rehearsal implements Hurdle {

    /** What we ask for in {@code Retry-After}. */
    static final Duration AFTER = Duration.ofSeconds(5);

    private final RunTable runs;

    Rehearsal(RunTable runs) {
        this.runs = runs;
    }

    @Override
    public void pass(Partner partner, List<JsonNode> events) throws ProblemException {
        var ids = events.stream()
                .map(event -> event.path("id"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(Legible::isName)
                .toList();
        if (runs.hinder(partner.id(), ids)) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "rehearsal",
                    "Contrôle de conformité : nous faisons semblant d’être en panne. Renvoyez les mêmes événements dans "
                            + AFTER.toSeconds() + " secondes.",
                    AFTER);
        }
    }
}
