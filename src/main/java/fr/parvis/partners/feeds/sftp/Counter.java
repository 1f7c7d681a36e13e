package fr.parvis.partners.feeds.sftp;

import fr.parvis.partners.Partner;
import fr.parvis.partners.calls.PartnerCalls;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.files.Acknowledged;
import fr.parvis.partners.feeds.files.FeedFile.Channel;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.partners.feeds.files.FileOutcome;
import fr.parvis.partners.feeds.sftp.DropException.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** Where files are handed in and acknowledgements handed out, to who proves for each that it may. */
@Component
class Counter {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final int MOST_RECEIPTS = 200;
    private static final Fault EMPTY = new Fault("empty-file", "", "Ce fichier est vide.");
    private static final Fault NOT_KEPT =
            new Fault("not-kept", "", "Ce fichier n’a pas pu être gardé : renvoyez-le dans un moment.");

    private final DropKeys keys;
    private final FeedFiles files;
    private final PartnerCalls calls;
    private final Clock clock;

    Counter(DropKeys keys, FeedFiles files, PartnerCalls calls, Clock clock) {
        this.keys = keys;
        this.files = files;
        this.calls = calls;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Keeps a file for good, or says why not. */
    UUID keep(Proof proof, String name, byte[] content) throws DropException {
        var begun = now();
        try {
            var partner = owner(proof);
            return switch (files.receive(partner, Channel.SFTP, name, content)) {
                case FileOutcome.Kept(var id) -> noted(id, partner, name, begun);
                case FileOutcome.Known(var id) -> noted(id, partner, name, begun);
                case FileOutcome.WrongSize() -> throw refuse(proof, name, EMPTY);
            };
        } catch (NestedRuntimeException failure) {
            // by its name only: what it says may quote what the file tells of residents
            LOG.error("A dropped file could not be kept: {}", failure.getClass().getName());
            throw refuse(proof, name, NOT_KEPT);
        }
    }

    /** Notes why a file was not taken, in the partner's log of calls, and makes it what the client is told. */
    DropException refuse(Proof proof, String name, Fault fault) {
        try {
            keys.owner(proof).ifPresent(partner -> note(partner, name, now(), fault.code()));
        } catch (NestedRuntimeException notKnown) {
            LOG.warn(
                    "A refused file could not be noted: {}", notKnown.getClass().getName());
        }
        return new DropException(Status.FAILURE, fault.detail());
    }

    /** The acknowledgements that are ready. */
    List<Acknowledged> receipts(Proof proof) throws DropException {
        return files.acknowledged(owner(proof), MOST_RECEIPTS);
    }

    byte[] receipt(Proof proof, UUID file) throws DropException {
        return files.acknowledgement(owner(proof), file)
                .orElseThrow(() -> new DropException(Status.NO_SUCH_FILE, "Cet accusé est effacé."));
    }

    private Partner owner(Proof proof) throws DropException {
        return keys.owner(proof)
                .orElseThrow(() -> new DropException(
                        Status.PERMISSION_DENIED,
                        "La ville a suspendu cette liaison, ou retiré cette clé : écrivez-lui."));
    }

    private UUID noted(UUID file, Partner partner, String name, Instant begun) {
        note(partner, name, begun, null);
        return file;
    }

    private void note(Partner partner, String name, Instant begun, @Nullable String code) {
        try {
            calls.addDrop(partner.id(), Place.DEPOT + "/" + name, Duration.between(begun, now()), code);
        } catch (NestedRuntimeException notNoted) {
            LOG.warn(
                    "A dropped file could not be noted: {}", notNoted.getClass().getName());
        }
    }
}
