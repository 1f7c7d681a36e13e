package fr.parvis.demo.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.demo.geocoder.GeocoderSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program of the demo in a process of its own: it answers, and is gone when it is closed or its starter is killed. */
class ChildProgramTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Stands in for the town: starts a program, and does nothing more. */
    static final class Starter {

        public static void main(String[] arguments) throws InterruptedException {
            ChildProgram.start(GeocoderSimulator.class, Map.of(), arguments[0]);
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @Test
    void itAnswersUntilItIsClosed() throws IOException {
        int port = freePort();
        try (var program = ChildProgram.start(GeocoderSimulator.class, Map.of(), String.valueOf(port))) {
            assertThat(program).isNotNull();
            await().atMost(PATIENCE).until(() -> answers(port));
        }
        assertThat(answers(port)).isFalse();
    }

    @Test
    void itEndsWhenWhatStartedItIsKilled() throws IOException {
        int port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var starter = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        String.valueOf(port))
                .inheritIO()
                .start();
        try {
            await().atMost(PATIENCE).until(() -> answers(port));
        } finally {
            starter.destroyForcibly();
        }

        await().atMost(PATIENCE).until(() -> !answers(port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
