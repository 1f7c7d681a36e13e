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

    private static final int SHORT = 8;

    public RunPage {
        checks = List.copyOf(checks);
    }

    /** Names it among the runs of this partner: "n° 3f2a91bc". */
    public String number() {
        return "n°" + French.NBSP + run.id().toString().substring(0, SHORT);
    }

    /** "Commencé le jeudi 19 novembre 2026 à 21 h 14, en cours". */
    public String window() {
        var ended = run.endedAt();
        return "Commencé le " + French.dateTime(run.startedAt())
                + (ended == null ? ", en cours" : ", terminé le " + French.dateTime(ended));
    }

    /** Whether all that is looked at was seen, and well. */
    public boolean conforms() {
        return number(Outcome.FAILED) == 0 && number(Outcome.UNSEEN) == 0;
    }

    public String verdict() {
        return conforms() ? "Conforme" : "Pas encore conforme";
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

    public String asOf() {
        return "État au " + French.dateTime(now) + ".";
    }

    private long number(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }
}
