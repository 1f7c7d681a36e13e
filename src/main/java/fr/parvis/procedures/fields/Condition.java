package fr.parvis.procedures.fields;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition on earlier answers, in CEL: sandboxed, typed, compiled when the procedure is read. An answer not given, or
 * to a question not asked, is unknown; a condition whose result depends on something unknown does not hold.
 */
public final class Condition {

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final String source;
    private final Program program;
    private final List<Field> referred;

    private Condition(String source, Program program, List<Field> referred) {
        this.source = source;
        this.program = program;
        this.referred = referred;
    }

    /**
     * Compiles a condition that may refer to these fields.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Condition compile(String source, List<Field> earlier) {
        var compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        for (var field : earlier) {
            type(field.kind()).ifPresent(type -> compiler.addVar(field.key(), type));
        }
        try {
            var ast = compiler.build().compile(source).getAst();
            var names = ast.getReferenceMap().values().stream()
                    .map(reference -> reference.name())
                    .toList();
            var referred = earlier.stream()
                    .filter(field -> names.contains(field.key()))
                    .toList();
            return new Condition(source, RUNTIME.createProgram(ast), referred);
        } catch (CelValidationException | CelEvaluationException invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }

    /** Whether it certainly holds. */
    public boolean holds(Map<String, Value> answers) {
        return Boolean.TRUE.equals(evaluate(answers));
    }

    /** Whether it certainly does not hold; false while an answer it needs is unknown. */
    public boolean fails(Map<String, Value> answers) {
        return Boolean.FALSE.equals(evaluate(answers));
    }

    @Override
    public String toString() {
        return source;
    }

    private @Nullable Object evaluate(Map<String, Value> answers) {
        Map<String, Object> variables = new HashMap<>();
        for (var field : referred) {
            if (field.isShown(answers)) {
                value(field.kind(), answers.get(field.key())).ifPresent(value -> variables.put(field.key(), value));
            }
        }
        try {
            return program.eval(variables);
        } catch (CelEvaluationException undecidable) {
            // such as a division by an answer of zero
            return null;
        }
    }

    private static Optional<CelType> type(Kind kind) {
        return switch (kind) {
            case OneText text -> Optional.of(text.conditionType());
            case SeveralOf ignored -> Optional.of(ListType.create(SimpleType.STRING));
            case Files ignored -> Optional.of(SimpleType.INT);
            case Group ignored -> Optional.of(SimpleType.INT);
            case Information ignored -> Optional.empty();
        };
    }

    private static Optional<Object> value(Kind kind, @Nullable Value value) {
        return switch (kind) {
            case OneText text ->
                value == null || text.typed(value).isEmpty()
                        ? Optional.empty()
                        : Optional.of(text.conditionValue(value));
            case SeveralOf several -> Optional.of(several.typed(value));
            case Files files -> Optional.of((long) files.files(value).size());
            case Group group -> Optional.of((long) group.items(value).size());
            case Information ignored -> Optional.empty();
        };
    }
}
