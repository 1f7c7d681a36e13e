package fr.parvis.demo.town;

import fr.parvis.casefiles.Act;
import fr.parvis.casefiles.Decisions;
import fr.parvis.casefiles.Handling;
import fr.parvis.casefiles.HandlingOutcome;
import fr.parvis.casefiles.Message;
import fr.parvis.casefiles.OpenCases;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What agents of the demo do, by the same verbs as the desk. */
@Component
@Profile("demo")
class Colleague {

    private final OpenCases cases;
    private final Handling handling;
    private final Decisions decisions;
    private final Clock clock;

    Colleague(OpenCases cases, Handling handling, Decisions decisions, Clock clock) {
        this.cases = cases;
        this.handling = handling;
        this.decisions = decisions;
        this.clock = clock;
    }

    void take(Viewer agent, Reference reference) {
        done(handling.take(act(agent, reference)));
    }

    void advance(Viewer agent, Reference reference) {
        done(handling.advance(act(agent, reference)));
    }

    /** Asks for the first document the procedure lists. */
    void ask(Viewer agent, Reference reference) {
        var document = cases.open(reference, agent).procedure().documents().getFirst();
        var due = French.day(clock.instant()).plusDays(15);
        done(handling.ask(act(agent, reference), document.label(), document.hint(), due));
    }

    void write(Viewer agent, Reference reference, String text) {
        handling.write(act(agent, reference), Message.of(text));
    }

    void note(Viewer agent, Reference reference, String text) {
        handling.note(act(agent, reference), Message.of(text));
    }

    void accept(Viewer agent, Reference reference) {
        done(decisions.accept(act(agent, reference)));
    }

    /** Refuses for the first reason the procedure lists. */
    void refuse(Viewer agent, Reference reference) {
        var reason = cases.open(reference, agent).procedure().refusalReasons().getFirst();
        done(decisions.refuse(act(agent, reference), reason));
    }

    /** Opens the case, as one must before acting: the resident sees it. */
    private Act act(Viewer agent, Reference reference) {
        return new Act(reference, cases.open(reference, agent).file().version(), agent);
    }

    private static void done(HandlingOutcome outcome) {
        if (!(outcome instanceof HandlingOutcome.Done)) {
            throw new IllegalStateException("the demo's story does not hold: " + outcome);
        }
    }
}
