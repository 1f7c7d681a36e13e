package fr.parvis.partners.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads the data of events as the schema means them: a text is a text, a number is a number, a date is written as one. */
final class DataReader {

    private static final JsonMapper STRICT = strict();
    private static final JsonMapper KEPT = JsonMapper.shared();

    private DataReader() {}

    /** Data that came now. */
    static EventData read(JsonNode data) throws FaultException {
        try {
            return STRICT.treeToValue(data, EventData.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new FaultException(
                    "unknown-member", pointer(unknown), "Ce membre n’existe pas dans le contrat.", unknown);
        } catch (JacksonException malformed) {
            throw new FaultException(
                    "bad-data", pointer(malformed), "Cette valeur n’a pas la forme que le contrat demande.", malformed);
        }
    }

    /** Data that were good when they came, by what was asked then. */
    static EventData reread(JsonNode data) {
        return KEPT.treeToValue(data, EventData.class);
    }

    private static JsonMapper strict() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(config -> {
                    for (var shape : CoercionInputShape.values()) {
                        config.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule()
                        .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(
                                OffsetDateTime.class, new Written<>(OffsetDateTime.class, OffsetDateTime::parse)))
                .build();
    }

    /** A date in letters and digits, and in no other way. */
    private static final class Written<T> extends StdDeserializer<T> {

        private final transient Function<String, T> parser;

        Written(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "no text");
            }
            try {
                return parser.apply(json.getString());
            } catch (DateTimeParseException malformed) {
                return context.reportInputMismatch(this, "no date");
            }
        }
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream().map(DataReader::step).collect(Collectors.joining("", "/data", ""));
    }

    private static String step(Reference step) {
        return "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
}
