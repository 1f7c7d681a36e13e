package fr.parvis.partners.feeds;

import fr.parvis.kernel.French;
import fr.parvis.partners.contract.EventType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How what people write becomes what the contract wants. */
enum Conversion {
    TEXT("un texte"),
    PATH("un chemin sous le site, comme /dossiers/1"),
    NUMBER("un nombre entier, comme 12"),
    DATE("une date, comme 07/05/2027 ou 2027-05-07"),
    MOMENT("une date et une heure, comme 07/05/2027 14:30 ou 2027-05-07T14:30:00+02:00"),
    CENTS("un montant en euros, comme 12,40"),
    YES_NO("oui ou non"),
    LIST("des textes séparés par « | »"),
    TYPE("un type d’événement, comme case.step"),
    TODO("document, paiement, rendez-vous ou réponse"),
    DECISION("acceptée, acceptée en partie ou refusée");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, String> TODOS =
            Map.of("document", "DOCUMENT", "paiement", "PAYMENT", "rendez-vous", "APPOINTMENT", "réponse", "ANSWER");
    private static final Map<String, String> DECISIONS =
            Map.of("acceptée", "ACCEPTED", "acceptée en partie", "PARTLY_ACCEPTED", "refusée", "REFUSED");

    private final String wanted;

    Conversion(String wanted) {
        this.wanted = wanted;
    }

    /** What is wanted, in plain French. */
    String wanted() {
        return wanted;
    }

    /** The value in the contract's form; none when the text is not what is wanted. */
    Optional<JsonNode> convert(String text) {
        try {
            return switch (this) {
                case TEXT, PATH -> Optional.of(JSON.stringNode(text));
                case NUMBER -> number(text);
                case DATE -> Optional.of(JSON.stringNode(date(text).toString()));
                case MOMENT -> Optional.of(JSON.stringNode(moment(text)));
                case CENTS -> cents(text);
                case YES_NO -> yesOrNo(text);
                case LIST -> Optional.of(list(text));
                case TYPE -> type(text).map(type -> JSON.stringNode(type.code()));
                case TODO -> word(TODOS, text);
                case DECISION -> word(DECISIONS, text);
            };
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    static Optional<EventType> type(String text) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.code().equals(text) || type.code().equals("fr.parvis." + text + ".v1"))
                .findFirst();
    }

    private static Optional<JsonNode> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(JSON.numberNode(Long.parseLong(text))) : Optional.empty();
    }

    private static LocalDate date(String text) {
        if (text.contains("/")) {
            return LocalDate.parse(text.split(" ", 2)[0], DAY);
        }
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    /** A moment without a zone is one of the town's; a day is its beginning. */
    private static String moment(String text) {
        if (text.matches("\\S{19,}(Z|[+-]\\d\\d:?\\d\\d)")) {
            return OffsetDateTime.parse(text).toString();
        }
        if (text.length() <= 10) {
            return at(date(text).atStartOfDay());
        }
        return at(
                text.contains("/")
                        ? LocalDateTime.parse(text, DAY_AND_HOUR)
                        : LocalDateTime.parse(text.replace(' ', 'T')));
    }

    private static String at(LocalDateTime local) {
        return local.atZone(French.PARIS).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Optional<JsonNode> cents(String text) {
        var plain = text.replaceAll("[\\s\u00a0\u202f€]", "").replace(',', '.');
        return plain.matches("\\d{1,9}(\\.\\d{1,2}0*)?")
                ? Optional.of(
                        JSON.numberNode(new BigDecimal(plain).movePointRight(2).longValueExact()))
                : Optional.empty();
    }

    private static Optional<JsonNode> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.FRENCH)) {
            case "oui", "vrai", "true", "1" -> Optional.of(JSON.booleanNode(true));
            case "non", "faux", "false", "0" -> Optional.of(JSON.booleanNode(false));
            default -> Optional.empty();
        };
    }

    private static JsonNode list(String text) {
        var list = JSON.arrayNode();
        Stream.of(text.split("\\|", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(list::add);
        return list;
    }

    private static Optional<JsonNode> word(Map<String, String> words, String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        var known = words.containsValue(upper) ? upper : words.get(text.toLowerCase(Locale.FRENCH));
        return Optional.ofNullable(known).map(JSON::stringNode);
    }
}
