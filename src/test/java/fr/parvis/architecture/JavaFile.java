package fr.parvis.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A Java source as the compiler's own parser reads it: its top-level types and its methods. */
record JavaFile(Path folder, List<Type> types, List<Method> methods) {

    record Type(String name, boolean isPublic) {}

    /**
     * @param parameters those of a record's own constructor do not count
     * @param lines from the signature to the closing brace
     */
    record Method(String place, boolean constructor, int parameters, long lines) {}

    static List<JavaFile> parse(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var trees = Trees.instance(task);
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> of(unit, trees))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JavaFile of(CompilationUnitTree unit, Trees trees) {
        var types = unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .map(type -> new Type(
                        unit.getPackageName() + "." + type.getSimpleName(),
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC)))
                .toList();
        var folder = Path.of(unit.getSourceFile().getName()).resolveSibling("");
        return new JavaFile(folder, types, methods(unit, trees));
    }

    private static List<Method> methods(CompilationUnitTree unit, Trees trees) {
        var positions = trees.getSourcePositions();
        var lines = unit.getLineMap();
        var methods = new ArrayList<Method>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            private boolean inRecord;

            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                boolean outer = inRecord;
                inRecord = type.getKind() == Tree.Kind.RECORD;
                super.visitClass(type, null);
                inRecord = outer;
                return null;
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                boolean constructor = method.getReturnType() == null;
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                methods.add(new Method(
                        unit.getSourceFile().getName() + ":" + first + " " + method.getName(),
                        constructor,
                        inRecord && constructor ? 0 : method.getParameters().size(),
                        last - first + 1));
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        return methods;
    }
}
