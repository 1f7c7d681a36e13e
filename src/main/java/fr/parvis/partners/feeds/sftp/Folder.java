package fr.parvis.partners.feeds.sftp;

import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.feeds.files.Acknowledged;
import fr.parvis.partners.feeds.files.FeedFiles;
import fr.parvis.partners.feeds.sftp.Drop.Coming;
import fr.parvis.partners.feeds.sftp.Drop.Kept;
import fr.parvis.partners.feeds.sftp.DropException.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client sees, as long as it stays. What it dropped is still there under its name and size, so that a client can
 * make sure of it; the next one that comes finds an empty depot.
 */
final class Folder {

    private static final int MOST_DROPS = 500;
    private static final Fault BAD_NAME = new Fault(
            "bad-name",
            "",
            "Seuls les fichiers .csv et .ods sont lus ; pendant l’envoi, ajoutez .tmp ou .part, puis renommez.");
    private static final Fault TOO_LARGE = new Fault("too-large", "", "20 Mo au plus : coupez ce fichier en deux.");

    private final Counter counter;
    private final Proof proof;
    private final Map<String, Drop> drops = new LinkedHashMap<>();

    Folder(Counter counter, Proof proof) {
        this.counter = counter;
        this.proof = proof;
    }

    /** Begins a file, or goes on with one that was not whole. */
    Upload open(String name, Flags flags) throws DropException {
        check(name);
        var there = drops.get(name);
        if (there == null && !flags.create()) {
            throw missing();
        }
        if (there != null && (flags.exclusive() || there.isOpen())) {
            throw failure("Un fichier de ce nom est déjà là.");
        }
        if (there instanceof Kept && !flags.truncate()) {
            throw failure("Ce fichier est déjà reçu : renvoyez-le en entier.");
        }
        if (there instanceof Coming(var upload) && !flags.truncate()) {
            upload.reopen();
            return upload;
        }
        if (drops.size() >= MOST_DROPS) {
            throw failure("Pas plus de " + MOST_DROPS + " fichiers par connexion : reconnectez-vous.");
        }
        var upload = new Upload(counter.now());
        drops.put(name, new Coming(upload));
        return upload;
    }

    /** All that is not kept yet fits in the size of the largest file. */
    void write(Upload upload, long offset, byte[] piece) throws DropException {
        long others = drops.values().stream()
                .filter(drop -> drop instanceof Coming(var other) && other != upload)
                .mapToLong(Drop::size)
                .sum();
        if (!upload.write(offset, piece, FeedFiles.LARGEST - others)) {
            throw failure(TOO_LARGE.detail());
        }
    }

    /** Once this is answered, the file is kept, unless its name says that another follows. */
    void close(String name, Upload upload) throws DropException {
        upload.close();
        if (Drop.READ.matcher(name).matches()) {
            drops.remove(name);
            drops.put(name, keep(name, upload));
        } else if (upload.isSpoilt()) {
            drops.remove(name);
            throw counter.refuse(proof, name, TOO_LARGE);
        }
    }

    /** Under its last name, a file that is whole is kept. What cannot be kept waits under the former one. */
    void rename(Place from, Place to) throws DropException {
        if (!(from instanceof Place.Dropped(var former)) || !(to instanceof Place.Dropped(var name))) {
            throw denied();
        }
        check(name);
        var drop = idle(former);
        var there = drops.get(name);
        if (there != null && there.isOpen()) {
            throw failure("Un fichier de ce nom est en cours d’envoi.");
        }
        boolean whole = Drop.READ.matcher(name).matches();
        var renamed = drop instanceof Coming(var upload) && whole ? keep(name, upload) : drop;
        drops.remove(former);
        drops.put(name, renamed);
    }

    /** Out of sight; what the town has is not taken back. */
    void remove(Place place) throws DropException {
        if (!(place instanceof Place.Dropped(var name))) {
            throw denied();
        }
        idle(name);
        drops.remove(name);
    }

    Entry stat(Place place) throws DropException {
        return switch (place) {
            case Place.Root() -> Entry.folder("/", false, counter.now());
            case Place.Depot() -> Entry.folder(Place.DEPOT, true, counter.now());
            case Place.Receipts() -> Entry.folder(Place.RECEIPTS, false, counter.now());
            case Place.Dropped(var name) -> dropped(name, present(drops.get(name)));
            case Place.Receipt(var of) -> receipt(of, present(receipts().get(of)));
            case Place.Nowhere() -> throw missing();
        };
    }

    List<Entry> list(Place place) throws DropException {
        List<Entry> entries = new ArrayList<>();
        switch (place) {
            case Place.Root() -> {
                entries.add(stat(new Place.Depot()));
                entries.add(stat(new Place.Receipts()));
            }
            case Place.Depot() -> drops.forEach((name, drop) -> entries.add(dropped(name, drop)));
            case Place.Receipts() -> receipts().forEach((of, ready) -> entries.add(receipt(of, ready)));
            default -> throw missing();
        }
        return entries;
    }

    byte[] read(Place place) throws DropException {
        if (place instanceof Place.Dropped) {
            throw new DropException(Status.PERMISSION_DENIED, "Ce qui est déposé ne se relit pas : lisez son accusé.");
        }
        if (!(place instanceof Place.Receipt(var of))) {
            throw missing();
        }
        return counter.receipt(proof, present(receipts().get(of)).file());
    }

    /** By the name of their files, and for files of this conversation by the name that it gave them. */
    private Map<String, Acknowledged> receipts() throws DropException {
        var ready = counter.receipts(proof);
        Map<String, Acknowledged> byName = new LinkedHashMap<>();
        ready.forEach(one -> byName.put(one.name(), one));
        drops.forEach((name, drop) -> {
            if (drop instanceof Kept kept) {
                byName.remove(name);
                ready.stream().filter(one -> one.file().equals(kept.file())).forEach(one -> byName.put(name, one));
            }
        });
        return byName;
    }

    private Kept keep(String name, Upload upload) throws DropException {
        if (upload.isSpoilt()) {
            throw counter.refuse(proof, name, TOO_LARGE);
        }
        return new Kept(counter.keep(proof, name, upload.content()), upload.size(), upload.at());
    }

    private void check(String name) throws DropException {
        if (!Drop.READ.matcher(name).matches() && !Drop.PASSING.matcher(name).matches()) {
            throw counter.refuse(proof, name, BAD_NAME);
        }
    }

    private Drop idle(String name) throws DropException {
        var drop = present(drops.get(name));
        if (drop.isOpen()) {
            throw failure("Ce fichier est en cours d’envoi.");
        }
        return drop;
    }

    private static Entry dropped(String name, Drop drop) {
        return Entry.dropped(name, drop.size(), drop.at());
    }

    private static Entry receipt(String of, Acknowledged ready) {
        return Entry.receipt(of + Place.RECEIPT_SUFFIX, ready.bytes(), ready.readAt());
    }

    private static <T> T present(@Nullable T value) throws DropException {
        if (value == null) {
            throw missing();
        }
        return value;
    }

    private static DropException missing() {
        return new DropException(Status.NO_SUCH_FILE, "Ce fichier n’est pas là.");
    }

    private static DropException denied() {
        return new DropException(
                Status.PERMISSION_DENIED,
                "Déposez vos fichiers dans depot ; les accusés de lecture sont dans accuses.");
    }

    private static DropException failure(String why) {
        return new DropException(Status.FAILURE, why);
    }
}
