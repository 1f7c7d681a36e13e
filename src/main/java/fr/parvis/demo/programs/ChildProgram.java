package fr.parvis.demo.programs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of the demo in a process of its own, from the jar or folders that we run from. It sees nothing of our
 * environment but what it is given, writes where we write, and ends with us: see {@link #endWithInput()}.
 */
public final class ChildProgram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProgram.class);

    /** Starts any class of a jar that holds other jars, as ours does. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** These programs are small, and several start at once beside the town. */
    private static final List<String> SMALL =
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8");

    private static final long SECONDS_TO_STOP = 5;

    private final String name;
    private final Process process;
    private volatile boolean closing;

    private ChildProgram(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts it, and does not wait until it answers.
     *
     * @param main has the {@code main} method
     * @param environment all the variables that it sees
     */
    public static ChildProgram start(Class<?> main, Map<String, String> environment, String... arguments) {
        var builder = new ProcessBuilder(command(main, arguments))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8"); // or Java finds no folder whose name has an accent
        builder.environment().putAll(environment);
        try {
            var program = new ChildProgram(main.getSimpleName(), builder.start());
            var ignored = program.process.onExit().thenRun(program::sayThatItEnded);
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException("A program of the demo does not start: " + main.getName(), failure);
        }
    }

    /** For the {@code main} method of such a program: it ends when its input does, as it does once its starter is killed. */
    public static void endWithInput() {
        Thread.ofVirtual().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                LOG.debug("The input is gone", gone);
            }
            System.exit(0);
        });
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayThatItEnded() {
        if (!closing) {
            LOG.warn("{} ended with code {}; what depends on it does without", name, process.exitValue());
        }
    }

    private static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (isNested()) {
            command.addAll(List.of("-Dloader.main=" + main.getName(), LAUNCHER));
        } else {
            command.add(main.getName());
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isNested() {
        return ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
    }
}
