package fr.parvis.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.casefiles.CaseCast;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.ParvisTest;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** kill -9 while residents file: every receipt shown stays true, once, and its e-mail leaves. */
@ParvisTest
class CrashTests {

    private static final int CLIENTS = 4;
    private static final int RESIDENTS = 4_000;
    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    Path data;

    @Test
    void everyReceiptShownIsThereOnceAndItsEmailLeaves(@Autowired AutowireCapableBeanFactory beans) throws Exception {
        var answers = completeAnswers(beans.createBean(CaseCast.class));
        var begun = new AtomicInteger();
        Map<Integer, String> shown;
        try (var program = Program.start(data)) {
            Residents.move(program.database(), RESIDENTS, answers);
            shown = killUnderLoad(program, begun);
        }
        assertThat(shown).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
        assertThat(begun.get()).as("some were in the middle of filing").isGreaterThan(shown.size());

        try (var program = Program.start(data)) {
            shown.forEach((resident, reference) -> assertThat(Residents.signedIn(program.port(), resident)
                            .get("/suivi/" + reference)
                            .status())
                    .as("the case of a receipt shown")
                    .isEqualTo(200));
            for (int resident = 1; resident <= begun.get(); resident++) { // whoever saw no receipt presses again
                var reference = Residents.file(Residents.signedIn(program.port(), resident), resident);
                assertThat(reference).isEqualTo(shown.getOrDefault(resident, reference));
            }
            assertThat(casesOf(program.database(), begun.get())).isEqualTo(begun.get());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(shown.keySet())
                            .allMatch(resident -> !MailServer.receivedBy(Residents.email(resident))
                                    .isEmpty()));
        }
    }

    private static Map<Integer, String> killUnderLoad(Program program, AtomicInteger begun)
            throws InterruptedException {
        Map<Integer, String> shown = new ConcurrentHashMap<>();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> fileUntilTheEnd(program.port(), begun, shown));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> shown.size() >= BEFORE_THE_KILL);
        program.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return shown;
    }

    private static void fileUntilTheEnd(int port, AtomicInteger begun, Map<Integer, String> shown) {
        try {
            for (int next = begun.incrementAndGet(); next <= RESIDENTS; next = begun.incrementAndGet()) {
                shown.put(next, Residents.file(Residents.signedIn(port, next), next));
            }
        } catch (UncheckedIOException killed) {
            // what the test waits for
        }
    }

    private static String completeAnswers(CaseCast cast) {
        return cast.fill(cast.resident(), Residents.PROCEDURE).answers().toJson();
    }

    private static int casesOf(JdbcClient database, int residents) {
        return database.sql("select count(*) from casefiles.case_file where owner between :first and :last")
                .param("first", Residents.account(1))
                .param("last", Residents.account(residents))
                .query(Integer.class)
                .single();
    }
}
