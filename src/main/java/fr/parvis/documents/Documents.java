package fr.parvis.documents;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The store of files. */
@Service
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final Intake intake;
    private final Vault vault;
    private final FileTable table;
    private final Clock clock;

    Documents(Intake intake, Vault vault, FileTable table, Clock clock) {
        this.intake = intake;
        this.vault = vault;
        this.table = table;
        this.clock = clock;
    }

    /** Checks and keeps a file somebody sent: type by content, at most 10 MB, photos without metadata. */
    @Transactional
    public StoreOutcome receive(String name, byte[] content) {
        return switch (intake.check(name, content)) {
            case Intake.Verdict.Accepted(var clean, var type, var kept) ->
                new StoreOutcome.Stored(store(clean, type.mediaType(), kept));
            case Intake.Verdict.Refused(var reason) -> new StoreOutcome.Refused(reason);
        };
    }

    /** The refusal of a file of so many bytes, if that is too much; to be asked before its content is read. */
    public Optional<StoreOutcome.Refused> tooLarge(long bytes) {
        return intake.tooLarge(bytes).map(verdict -> new StoreOutcome.Refused(verdict.reason()));
    }

    /** Keeps a file made here, such as a decision letter. */
    @Transactional
    public StoredFile keep(String name, String mediaType, byte[] content) {
        return store(FileName.clean(name), mediaType, content);
    }

    /** The file of this id; throws when there is none, for ids come from the module whose file it is. */
    public StoredFile find(UUID file) {
        return table.find(file);
    }

    /** The content, decrypted and checked. */
    public byte[] read(UUID file) {
        var content = vault.read(file);
        if (!sha256(content).equals(table.find(file).sha256())) {
            throw new IllegalStateException("The content of file " + file + " is not the one received");
        }
        return content;
    }

    /** Removes files for good once the caller's transaction commits. */
    @Transactional
    public void delete(Collection<UUID> files) {
        var gone = List.copyOf(files);
        table.delete(gone);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gone.forEach(Documents.this::erase);
            }
        });
    }

    /** The row is gone whatever happens here, and the sweep comes by again tomorrow. */
    private void erase(UUID file) {
        try {
            vault.delete(file);
        } catch (UncheckedIOException failure) {
            LOG.warn("The content of file {} stays until the next sweep", file, failure);
        }
    }

    /** The content is on disk before its row: rolled back, it is an orphan that {@link OrphanSweep} removes. */
    private StoredFile store(String name, String mediaType, byte[] content) {
        var file = new StoredFile(
                UUID.randomUUID(),
                name,
                mediaType,
                content.length,
                sha256(content),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        vault.write(file.id(), content);
        table.add(file);
        return file;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
