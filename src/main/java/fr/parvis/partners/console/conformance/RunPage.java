package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.console.conformance.Check.Outcome;
import java.time.Instant;
import java.util.List;

/**
 * The report of a run.
 *
 * @param path of the run
 * @param probed whether messages can be sent to try out the partner's server
 */
public record RunPage(Partner partner, Run run, List<Check> checks, Instant now, String path, boolean probed) {

    public RunPage {
        checks = List.copyOf(checks);
    }

    public String window() {
        var ended = run.endedAt();
        return "Du " + French.dateTime(run.startedAt())
                + (ended == null ? ", en cours" : " au " + French.dateTime(ended));
    }

    /** "9 réussis, 1 échoué, 3 pas encore vus"; what is not looked at is said when there is something. */
    public String summary() {
        var skipped = number(Outcome.SKIPPED) == 0
                ? ""
                : ", " + French.count(number(Outcome.SKIPPED), "pas contrôlé", "pas contrôlés");
        return French.count(number(Outcome.PASSED), "réussi", "réussis") + ", "
                + French.count(number(Outcome.FAILED), "échoué", "échoués") + ", "
                + French.count(number(Outcome.UNSEEN), "pas encore vu", "pas encore vus") + skipped;
    }

    public String printed() {
        return "Imprimé d’après ce qui était reçu " + French.dateTime(now) + ".";
    }

    private long number(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }
}
