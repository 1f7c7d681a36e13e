package fr.parvis.procedures;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.procedures.fields.Consent;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.Information;
import fr.parvis.procedures.fields.LongText;
import fr.parvis.procedures.fields.OneOf;
import fr.parvis.procedures.fields.SeveralOf;
import fr.parvis.procedures.fields.TextInput;
import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.fields.YesNo;
import fr.parvis.procedures.person.Certificate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the views of a page's fields from what was typed or kept. */
record FieldViews(Given given, Answers answers, FormErrors errors) {

    List<FieldView> of(FormPage page) {
        return page.shownFields(answers).stream()
                .map(field -> answers.certificate(field.key())
                        .map(certificate -> certified(field, certificate))
                        .orElseGet(() -> view(field, Place.of(field.key()))))
                .toList();
    }

    private FieldView certified(Field field, Certificate certificate) {
        var head = new FieldView.Head(field.key(), field.key(), field.label(), null, errors.get(field.key()), false);
        return new FieldView.Certified(
                head, Summary.words(field, answers.values().get(field.key())), "fourni " + certificate.words());
    }

    private FieldView view(Field field, Place place) {
        var head = new FieldView.Head(
                place.id(), place.name(), field.label(), help(field, place), errors.get(place.id()), field.optional());
        var text = given.text(field, place);
        return switch (field.kind()) {
            case TextInput kind -> line(head, text, kind.hints());
            case LongText ignored -> new FieldView.Area(head, text);
            case YesNo kind -> new FieldView.Choice(head, false, kind.options(), List.of(text));
            case OneOf kind -> new FieldView.Choice(head, false, kind.options(), List.of(text));
            case SeveralOf kind -> new FieldView.Choice(head, true, kind.options(), given.texts(field, place));
            case Consent ignored -> new FieldView.Agreement(head, !text.isEmpty());
            case Files files -> new FieldView.FileList(head, answers.files(field.key()), files.max(), Files.ACCEPT);
            case Group group -> group(head, field, group);
            case Information information -> new FieldView.Reading(field.label(), information.paragraphs());
        };
    }

    /** The hint; where something proven could not be taken over, why the person is asked all the same. */
    private @Nullable String help(Field field, Place place) {
        if (place.group() != null || !(answers.values().get(field.key()) instanceof Value.Unheld(var proven, var by))) {
            return field.help();
        }
        var why = by + " a fourni «" + French.NBSP + proven.replace("-00", "") + French.NBSP
                + "», qui ne peut pas être repris ici" + French.NBSP + ": répondez vous-même.";
        return field.help() == null ? why : field.help() + " " + why;
    }

    private static FieldView line(FieldView.Head head, String text, TextInput.Hints hints) {
        return new FieldView.Line(
                head,
                text,
                hints.type(),
                hints.autocomplete(),
                hints.inputmode(),
                hints.brief(),
                hints.suggestsAddresses());
    }

    private FieldView group(FieldView.Head head, Field field, Group group) {
        var items = IntStream.range(0, given.items(field, group))
                .mapToObj(index -> group.fields().stream()
                        .map(child -> view(child, Place.in(field.key(), index, child.key())))
                        .toList())
                .toList();
        return new FieldView.Items(
                head, Submission.countName(field.key()), group.item(), group.add(), items, group.min(), group.max());
    }
}
