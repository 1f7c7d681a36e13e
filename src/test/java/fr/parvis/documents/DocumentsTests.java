package fr.parvis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Settings;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ParvisTest
class DocumentsTests {

    private static final byte[] LETTER = "%PDF-1.7 secret".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Documents documents;

    @Autowired
    OrphanSweep sweep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    @Autowired
    MovingClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void givesBackWhatItKeeps() {
        var file = documents.keep("Décision.pdf", "application/pdf", LETTER);

        assertThat(documents.read(file.id())).isEqualTo(LETTER);
        assertThat(documents.find(file.id())).isEqualTo(file);
        assertThat(file.size()).isEqualTo(LETTER.length);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void receivesAFileUnderItsCleanName() {
        var outcome = documents.receive("C:\\Users\\zoe\\facture.pdf", LETTER);

        assertThat(outcome).isInstanceOfSatisfying(StoreOutcome.Stored.class, stored -> {
            assertThat(stored.file().name()).isEqualTo("facture.pdf");
            assertThat(documents.read(stored.file().id())).isEqualTo(LETTER);
        });
    }

    @Test
    void keepsNothingOfWhatItRefuses() {
        assertThat(documents.receive("vide.pdf", new byte[0]))
                .isInstanceOfSatisfying(
                        StoreOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("vide"));
    }

    @Test
    void writesNothingReadableOnDisk() throws IOException {
        var file = documents.keep("a.pdf", "application/pdf", LETTER);

        var stored = Files.readString(path(file.id()), StandardCharsets.ISO_8859_1);

        assertThat(stored).doesNotContain("secret").doesNotContain("PDF");
    }

    @Test
    void noticesAnAlteredContent() throws IOException {
        var file = documents.keep("a.pdf", "application/pdf", LETTER);
        var stored = Files.readAllBytes(path(file.id()));
        stored[stored.length - 1] ^= 1;
        Files.write(path(file.id()), stored);

        assertThatThrownBy(() -> documents.read(file.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesASwappedContent() throws IOException {
        var mine = documents.keep("a.pdf", "application/pdf", LETTER);
        var other = documents.keep("b.pdf", "application/pdf", LETTER);
        Files.copy(path(other.id()), path(mine.id()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> documents.read(mine.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletesForGoodOnceCommitted() {
        var file = documents.keep("a.pdf", "application/pdf", LETTER);

        documents.delete(List.of(file.id()));

        assertThat(path(file.id())).doesNotExist();
        assertThatThrownBy(() -> documents.find(file.id())).isInstanceOf(EmptyResultDataAccessException.class);
    }

    @Test
    void deletesNothingWhenRolledBack() {
        var file = documents.keep("a.pdf", "application/pdf", LETTER);

        transaction.executeWithoutResult(status -> {
            documents.delete(List.of(file.id()));
            status.setRollbackOnly();
        });

        assertThat(documents.read(file.id())).isEqualTo(LETTER);
    }

    @Test
    void sweepsAwayWhatARollbackLeftAfterADay() throws IOException {
        var kept = documents.keep("a.pdf", "application/pdf", LETTER);
        var orphan = transaction.execute(status -> {
            status.setRollbackOnly();
            return documents.keep("b.pdf", "application/pdf", LETTER);
        });
        var unfinished = Files.writeString(path(orphan.id()).resolveSibling(orphan.id() + ".tmp"), "half");

        sweep.run();
        assertThat(path(orphan.id())).exists();
        clock.pass(Duration.ofHours(25));
        sweep.run();

        assertThat(path(orphan.id())).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(path(kept.id())).exists();
    }

    private Path path(UUID id) {
        var name = id.toString();
        return settings.data().resolve("files", name.substring(0, 2), name.substring(2, 4), name);
    }
}
