package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.console.conformance.Sightings.Window;
import fr.parvis.partners.links.Sandboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at what came: order, types, what the program does about errors. */
@Component
@Order(200)
class EventInspector implements Inspector {

    private static final String NUMBERS = "Les événements de chaque dossier sont numérotés à partir de 1";
    private static final String ORDER = "Un événement en avance attend le précédent";
    private static final String STOP = "Un événement refusé n’est pas renvoyé tel quel";
    private static final String AGAIN = "Après une panne (503), le même événement revient";

    private final Sightings sightings;
    private final Sandboxes sandboxes;

    EventInspector(Sightings sightings, Sandboxes sandboxes) {
        this.sightings = sightings;
        this.sandboxes = sandboxes;
    }

    @Override
    public List<Check> inspect(Partner partner, Run run, Instant until) {
        var window = new Window(partner.id(), run.startedAt(), until);
        List<Check> checks = new ArrayList<>(List.of(numbers(window), order(window), stop(window), again(run)));
        var seen = sightings.types(window);
        for (var type : run.types()) {
            var title = "Type " + type;
            checks.add(
                    seen.contains(type)
                            ? Check.passed(title, "Reçu.")
                            : Check.unseen(title, "Envoyez un événement de ce type."));
        }
        return checks;
    }

    private Check numbers(Window window) {
        var wrong = sightings.misnumbered(window);
        if (!wrong.isEmpty()) {
            return Check.failed(
                    NUMBERS, "Ces dossiers commencent sans n° 1 ni case.state : " + String.join(", ", wrong) + ".");
        }
        int cases = sightings.cases(window);
        return cases == 0
                ? Check.unseen(NUMBERS, "Ouvrez un dossier par case.opened n° 1, puis envoyez la suite.")
                : Check.passed(NUMBERS, "Vérifié sur " + French.count(cases, "dossier", "dossiers") + ".");
    }

    private Check order(Window window) {
        int waiting = sightings.waiting(window);
        if (waiting > 0) {
            return Check.unseen(
                    ORDER,
                    French.count(waiting, "événement attend", "événements attendent")
                            + " le précédent : envoyez celui qui manque.");
        }
        int mixed = sightings.outOfOrder(window);
        return mixed == 0
                ? Check.unseen(ORDER, "Envoyez une fois le n° 3 d’un dossier avant son n° 2.")
                : Check.passed(
                        ORDER,
                        French.count(
                                        mixed,
                                        "événement est venu dans le désordre, et a été remis en ordre",
                                        "événements sont venus dans le désordre, et ont tous été remis en ordre")
                                + ".");
    }

    private Check stop(Window window) {
        var insisted = sightings.insisted(window);
        if (!insisted.isEmpty()) {
            return Check.failed(STOP, "Refusés, puis renvoyés sans changement : " + String.join(", ", insisted) + ".");
        }
        return sightings.refusals(window) == 0
                ? Check.unseen(
                        STOP, "Envoyez une fois un événement d’un type inconnu : il est refusé (422), n’insistez pas.")
                : Check.passed(STOP, "Aucun événement refusé n’est revenu tel quel.");
    }

    private Check again(Run run) {
        var hindered = run.hinderedAt();
        var event = run.hinderedEvent();
        if (hindered == null || event == null) {
            if (!sandboxes.contains(run.partner())) {
                return Check.skipped(AGAIN, "Pas contrôlé hors du bac à sable : aucun vrai envoi n’est dérangé.");
            }
            return Check.unseen(AGAIN, "Nous ferons semblant d’être en panne une fois : continuez d’envoyer.");
        }
        var came = sightings.came(run.partner(), event, hindered);
        if (came.isEmpty()) {
            return run.underWay()
                    ? Check.unseen(AGAIN, "L’événement « " + event + " » a reçu 503 : nous l’attendons.")
                    : Check.failed(AGAIN, "L’événement « " + event + " » a reçu 503 et n’est jamais revenu.");
        }
        var waited = Duration.between(hindered, came.get());
        return waited.compareTo(Rehearsal.AFTER) < 0
                ? Check.failed(
                        AGAIN,
                        "« " + event + " » est revenu après " + waited.toMillis() + " ms, avant les "
                                + Rehearsal.AFTER.toSeconds() + " secondes de Retry-After.")
                : Check.passed(AGAIN, "« " + event + " » est revenu après " + waited.toSeconds() + " s.");
    }
}
