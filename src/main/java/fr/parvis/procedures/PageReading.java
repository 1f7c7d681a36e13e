package fr.parvis.procedures;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.Information;
import fr.parvis.procedures.fields.Kind;
import fr.parvis.procedures.fields.LongText;
import fr.parvis.procedures.fields.OneText;
import fr.parvis.procedures.fields.Outcome;
import fr.parvis.procedures.fields.SeveralOf;
import fr.parvis.procedures.fields.TextInput;
import fr.parvis.procedures.fields.Typed;
import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.person.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one page, field by field and in order, since what was answered decides what is asked next. Used once.
 *
 * <p>{@code keepsBlankItems} says whether an empty item of a group stays, as when it was just added; otherwise it is
 * dropped, for nobody fills in an item by leaving it blank.
 */
final class PageReading {

    private final Given given;
    private final boolean keepsBlankItems;
    private final Known known;
    private Answers answers = Answers.empty();
    private FormErrors errors = FormErrors.none();
    private FormErrors mistakes = FormErrors.none();

    PageReading(Given given, boolean keepsBlankItems, Known known) {
        this.given = given;
        this.keepsBlankItems = keepsBlankItems;
        this.known = known;
    }

    /** The answers with the best that the account knows to answer this field, if it can hold it. */
    static Answers prefilled(Field field, Answers answers, Known known) {
        return field.prefilledFrom(answers.values())
                .flatMap(known::best)
                .flatMap(text -> held(field, text))
                .map(value -> answers.with(field.key(), value))
                .orElse(answers);
    }

    /** The answers with what was proven in this field; what it cannot hold only takes the place of no answer. */
    static Answers proven(Field field, Answers answers, Known known) {
        var found = field.ofHolder(answers.values()).flatMap(known::proven);
        if (found.isEmpty()) {
            return answers;
        }
        var fact = found.get();
        var unheld = new Value.Unheld(fact.text(), fact.certificate().by());
        return held(field, fact.text())
                .map(value -> answers.with(field.key(), value, fact.certificate()))
                .orElseGet(
                        () -> answers.values().containsKey(field.key()) ? answers : answers.with(field.key(), unheld));
    }

    private static Optional<Value> held(Field field, String text) {
        return field.kind() instanceof OneText kind && parsed(kind, text) instanceof Outcome.Valid(var value)
                ? Optional.of(value)
                : Optional.empty();
    }

    Form.Reading read(FormPage page, Answers before) {
        answers = before;
        for (var field : page.fields()) {
            if (field.isShown(answers.values())) {
                read(field);
            }
        }
        for (var rule : page.rules()) {
            if (rule.that().fails(answers.values())) {
                errors = errors.and(rule.field(), rule.message());
            }
        }
        return new Form.Reading(answers, errors);
    }

    /** The errors of what was given and is wrong; nothing of what is missing. */
    FormErrors mistakes() {
        return mistakes;
    }

    private void read(Field field) {
        switch (field.kind()) {
            case Information ignored -> {}
            case Files files -> checkFiles(field, files);
            case Group group -> readGroup(field, group);
            default -> {
                var proven = proven(field, answers.without(field.key()), known);
                if (proven.certificate(field.key()).isPresent()) {
                    answers = proven;
                } else {
                    readAnswer(field);
                }
            }
        }
    }

    private void readAnswer(Field field) {
        var place = Place.of(field.key());
        var outcome = outcome(field, place);
        answers = kept(field, place, outcome)
                .map(value -> answers.with(field.key(), value))
                .orElseGet(() -> answers.without(field.key()));
        blame(field, place, outcome);
    }

    /** What to keep of it: the answer, or the text to correct; boxes and buttons cannot hold anything else. */
    private Optional<Value> kept(Field field, Place place, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Valid(var value) -> Optional.of(value);
            case Outcome.Wrong ignored
            when field.kind() instanceof TextInput || field.kind() instanceof LongText ->
                Optional.of(new Value.Mistyped(cleaned(field.kind(), given.text(field, place))));
            default -> Optional.empty();
        };
    }

    private Outcome outcome(Field field, Place place) {
        var outcome = parsed(field, place);
        // time may have made it right, such as a date that was too far; its author has not heard of it
        return outcome instanceof Outcome.Valid && given.isMistyped(place)
                ? new Outcome.Wrong("relisez cette réponse, puis continuez")
                : outcome;
    }

    private Outcome parsed(Field field, Place place) {
        return switch (field.kind()) {
            case SeveralOf kind -> kind.parse(given.texts(field, place));
            case OneText kind -> parsed(kind, given.text(field, place));
            default -> new Outcome.Missing();
        };
    }

    private static String cleaned(Kind kind, String raw) {
        return kind instanceof LongText ? Typed.lines(raw) : Typed.line(raw);
    }

    private static Outcome parsed(OneText kind, String raw) {
        var text = cleaned(kind, raw);
        if (text.isEmpty()) {
            return new Outcome.Missing();
        }
        if (text.length() > kind.maxLength()) {
            return new Outcome.Wrong(
                    "écrivez " + French.count(kind.maxLength(), "caractère", "caractères") + " au plus, il y en a "
                            + French.count(text.length(), "", "").strip());
        }
        return kind.parse(text);
    }

    private void blame(Field field, Place place, Outcome outcome) {
        switch (outcome) {
            case Outcome.Valid ignored -> {}
            case Outcome.Wrong(var reason) -> {
                errors = errors.and(place.id(), field.wrongMessage(reason));
                mistakes = mistakes.and(place.id(), field.wrongMessage(reason));
            }
            case Outcome.Missing ignored -> {
                if (!field.optional()) {
                    errors = errors.and(place.id(), field.missingMessage());
                }
            }
        }
    }

    private void checkFiles(Field field, Files files) {
        int count = answers.files(field.key()).size();
        if (count == 0 && !field.optional()) {
            errors = errors.and(field.key(), field.missingMessage());
        }
        if (count > files.max()) {
            errors = errors.and(
                    field.key(),
                    field.wrongMessage("gardez " + French.count(files.max(), "fichier", "fichiers") + " au plus"));
        }
    }

    private void readGroup(Field field, Group group) {
        List<Map<String, Value>> items = new ArrayList<>();
        int count = given.items(field, group);
        for (int i = 0; i < count; i++) {
            boolean required = i < group.min();
            if (required || keepsBlankItems || !isBlank(field, group, i)) {
                items.add(readItem(field, group, i));
            }
        }
        answers = items.isEmpty() ? answers.without(field.key()) : answers.with(field.key(), new Value.Items(items));
        if (items.isEmpty() && !field.optional()) {
            errors = errors.and(field.key(), field.missingMessage());
        }
    }

    private Map<String, Value> readItem(Field field, Group group, int index) {
        Map<String, Value> item = new LinkedHashMap<>();
        for (var child : group.fields()) {
            var place = Place.in(field.key(), index, child.key());
            var outcome = outcome(child, place);
            kept(child, place, outcome).ifPresent(value -> item.put(child.key(), value));
            blame(child, place, outcome);
        }
        return item;
    }

    private boolean isBlank(Field field, Group group, int index) {
        return group.fields().stream()
                .allMatch(child -> given.texts(child, Place.in(field.key(), index, child.key())).stream()
                        .allMatch(String::isBlank));
    }
}
