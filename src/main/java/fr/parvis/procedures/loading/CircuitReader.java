package fr.parvis.procedures.loading;

import fr.parvis.procedures.Circuit;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.Step;
import fr.parvis.procedures.Step.Action;
import fr.parvis.procedures.Step.Handler;
import fr.parvis.procedures.fields.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a circuit, and checks that each can be reached and that the last one decides. */
final class CircuitReader {

    private CircuitReader() {}

    /**
     * Reads them.
     *
     * @param units which units exist
     * @param form the questions whose answers a step may share
     */
    static Circuit read(Section document, Predicate<String> units, Form form) {
        var keys = new HashSet<String>();
        List<Step> steps = new ArrayList<>();
        var sections = document.someSections("circuit");
        for (var section : sections) {
            var step = step(section, units, questions(form));
            if (!step.key().matches("[a-z][a-z0-9-]{0,40}") || !keys.add(step.key())) {
                throw section.wrong("step", "écrivez un nom unique en minuscules, chiffres et traits d’union");
            }
            checkActions(section, step, steps.size() == sections.size() - 1);
            steps.add(step);
        }
        return new Circuit(steps);
    }

    private static Step step(Section section, Predicate<String> units, Set<String> questions) {
        var step = new Step(
                section.text("step"),
                section.text("residentLabel"),
                section.text("agentLabel"),
                ProcedureReader.unit(section, units),
                section.number("targetDays", 1, 365),
                section.text("advanceLabel"),
                actions(section),
                handler(section, questions));
        section.end();
        return step;
    }

    private static Set<Action> actions(Section section) {
        var actions = EnumSet.noneOf(Action.class);
        for (var text : section.texts("actions")) {
            actions.add(ProcedureReader.constant(Action.values(), text)
                    .orElseThrow(() -> section.wrong("actions", "écrivez ask-document, advance, accept ou refuse")));
        }
        return actions;
    }

    private static @Nullable Handler handler(Section section, Set<String> questions) {
        var partner = section.optionalText("handler");
        var handler = new Handler(partner == null ? "" : partner, section.texts("share"), section.flag("decides"));
        if (partner == null) {
            if (!handler.share().isEmpty() || handler.decides()) {
                throw section.wrong("handler", "nommez le partenaire, ou retirez share et decides");
            }
            return null;
        }
        if (!partner.matches("[a-z][a-z0-9-]{1,40}")) {
            throw section.wrong("handler", "écrivez le nom court du partenaire, comme conservatoire");
        }
        for (var shared : handler.share()) {
            if (!questions.contains(shared)) {
                throw section.wrong("share", "aucune question n’a la clé « " + shared + " », corrigez-la");
            }
        }
        return handler;
    }

    private static Set<String> questions(Form form) {
        return form.pages().stream()
                .flatMap(page -> page.fields().stream())
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    private static void checkActions(Section section, Step step, boolean last) {
        if (last && (!step.allows(Action.ACCEPT) || !step.allows(Action.REFUSE) || step.allows(Action.ADVANCE))) {
            throw section.wrong("actions", "la dernière étape décide, elle a accept et refuse et n’a pas advance");
        }
        if (!last && step.handler() != null && step.handler().decides()) {
            throw section.wrong("decides", "seule la dernière étape décide, retirez cette ligne");
        }
        if (!last && (!step.allows(Action.ADVANCE) || step.allows(Action.ACCEPT))) {
            throw section.wrong(
                    "actions",
                    "une étape avant la dernière a advance et n’a pas accept, sinon on n’atteint pas la suite");
        }
    }
}
