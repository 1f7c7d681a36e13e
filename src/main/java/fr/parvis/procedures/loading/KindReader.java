package fr.parvis.procedures.loading;

import fr.parvis.procedures.fields.Amount;
import fr.parvis.procedures.fields.Bound;
import fr.parvis.procedures.fields.Consent;
import fr.parvis.procedures.fields.Day;
import fr.parvis.procedures.fields.EmailAddress;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.Iban;
import fr.parvis.procedures.fields.Information;
import fr.parvis.procedures.fields.Kind;
import fr.parvis.procedures.fields.LongText;
import fr.parvis.procedures.fields.Numeral;
import fr.parvis.procedures.fields.OneOf;
import fr.parvis.procedures.fields.Option;
import fr.parvis.procedures.fields.Phone;
import fr.parvis.procedures.fields.Plate;
import fr.parvis.procedures.fields.PostalAddress;
import fr.parvis.procedures.fields.SeveralOf;
import fr.parvis.procedures.fields.ShortText;
import fr.parvis.procedures.fields.Siret;
import fr.parvis.procedures.fields.YesNo;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what sort of answer a field takes, from its {@code type} and what goes with it. */
record KindReader(Clock clock) {

    private static final int SHORT_TEXT = 200;
    private static final int LONG_TEXT = 4_000;
    private static final int MAX_FILES = 10;
    private static final int MAX_ITEMS = 20;

    /** The kind; {@code fields} reads the fields of a group. */
    Kind read(Section field, Function<List<Section>, List<Field>> fields) {
        return switch (field.text("type")) {
            case "text" ->
                new ShortText(field.numberOr("max", SHORT_TEXT, 1, LONG_TEXT), field.optionalText("autocomplete"));
            case "long-text" -> new LongText(field.numberOr("max", LONG_TEXT, 1, 20_000));
            case "number" -> numeral(field);
            case "amount" -> amount(field);
            case "date" -> new Day(bound(field, "from"), bound(field, "to"), field.optionalText("autocomplete"), clock);
            case "yes-no" -> new YesNo(field.textOr("yes", "Oui"), field.textOr("no", "Non"));
            case "one-of" -> new OneOf(options(field));
            case "several-of" -> new SeveralOf(options(field));
            case "email" -> new EmailAddress();
            case "phone" -> new Phone();
            case "address" -> new PostalAddress(field.optionalText("autocomplete"));
            case "plate" -> new Plate();
            case "iban" -> new Iban();
            case "siret" -> new Siret();
            case "files" -> new Files(field.numberOr("max", 1, 1, MAX_FILES));
            case "group" -> group(field, fields);
            case "information" -> information(field);
            case "consent" -> new Consent();
            default ->
                throw field.wrong(
                        "type",
                        "écrivez text, long-text, number, amount, date, yes-no, one-of, several-of, email, phone,"
                                + " address, plate, iban, siret, files, group, information ou consent");
        };
    }

    private static Kind numeral(Section field) {
        return new Numeral(
                field.numberOr("decimals", 0, 0, 4),
                decimal(field, "min"),
                decimal(field, "max"),
                field.optionalText("unit"));
    }

    private static Kind amount(Section field) {
        var min = decimal(field, "min");
        var max = decimal(field, "max");
        return new Amount(
                min == null ? 0 : min.movePointRight(2).longValue(),
                max == null ? Long.MAX_VALUE : max.movePointRight(2).longValue());
    }

    private static @Nullable BigDecimal decimal(Section field, String key) {
        var text = field.optionalText(key);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw field.wrong(key, "écrivez un nombre, avec un point pour la virgule");
        }
    }

    private static @Nullable Bound bound(Section field, String key) {
        return field.has(key)
                ? field.known(key, Bound::parse, "today, today+10d, today-3m, today+1y ou une date comme 2027-01-31")
                : null;
    }

    private static List<Option> options(Section field) {
        var values = new HashSet<String>();
        return field.someSections("options").stream()
                .map(section -> {
                    var option = new Option(section.text("value"), section.text("label"), section.optionalText("hint"));
                    if (!option.value().matches("[a-z0-9_-]{1,40}") || !values.add(option.value())) {
                        throw section.wrong(
                                "value", "écrivez une valeur unique en minuscules, chiffres et traits d’union");
                    }
                    section.end();
                    return option;
                })
                .toList();
    }

    private static Kind group(Section field, Function<List<Section>, List<Field>> fields) {
        int max = field.numberOr("max", MAX_ITEMS, 1, MAX_ITEMS);
        return new Group(
                field.numberOr("min", 1, 0, max),
                max,
                field.text("item"),
                field.text("add"),
                fields.apply(field.someSections("fields")));
    }

    private static Kind information(Section field) {
        var paragraphs = field.texts("paragraphs");
        if (paragraphs.isEmpty()) {
            throw field.wrong("paragraphs", "écrivez au moins un paragraphe");
        }
        return new Information(paragraphs);
    }
}
